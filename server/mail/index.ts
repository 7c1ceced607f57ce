export { checkMailServer, type MailServersCheck, type MailServersToCheck } from './check-mail-server.ts';
export { MailError } from './mail-error.ts';
export { sendMail } from './send-mail.ts';
export { whyNotWrite } from './why-not-write.ts';
