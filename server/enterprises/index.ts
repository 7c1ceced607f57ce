export { corporateMail, enterpriseWithMail, type MailServers, mailServersOf } from './mail-servers.ts';
export { isCentralised, selectEnterprise } from './queries.ts';
export { type EnterpriseApi, enterpriseRoutes, type UnitApi, unitRoutes } from './routes.ts';
