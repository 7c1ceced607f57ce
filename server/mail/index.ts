export { checkMailServer } from './check-mail-server.ts';
export { MailError } from './mail-error.ts';
export { sendMail } from './send-mail.ts';
export { requireMailbox, whyNotSend } from './why-not-send.ts';
export { whyNotWrite } from './why-not-write.ts';
