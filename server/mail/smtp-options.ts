import type { MailServerSettings } from './contract.ts';

/** Long enough for a slow server that makes senders wait, short enough for somebody who looks at a button. */
export const CONNECT_MS = 10_000;
export const ANSWER_MS = 20_000;

/** With STARTTLS a server that cannot is refused: nothing goes out unprotected unless «немає» was chosen. */
export function smtpOptions({ host, port, protection, login, password }: MailServerSettings) {
  return {
    host,
    port,
    secure: protection === 'tls',
    requireTLS: protection === 'starttls',
    ignoreTLS: protection === 'none',
    ...(login === '' ? {} : { auth: { user: login, pass: password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
