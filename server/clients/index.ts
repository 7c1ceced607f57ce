export { findCaller } from './find-caller.ts';
export type { PhoneRecord } from './queries.ts';
export { type ClientApi, clientRoutes } from './routes.ts';
export { addContact, addPhone, createClient, type SaveClientDeps } from './save-client.ts';
