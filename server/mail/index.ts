export { checkMailServer } from './check-mail-server.ts';
export { sendMail } from './send-mail.ts';
