import type { MailFailure } from './contract.ts';

/** What the two libraries and the network tell with an error; all of it may be missing. */
export interface MailTrouble {
  readonly code?: unknown;
  readonly message?: unknown;
  /** The SMTP server's answer. */
  readonly response?: unknown;
  readonly responseCode?: unknown;
  /** The IMAP server's answer. */
  readonly responseText?: unknown;
  readonly serverResponseCode?: unknown;
  readonly authenticationFailed?: unknown;
}

const failureOfCode: Readonly<Record<string, MailFailure>> = {
  ENOTFOUND: 'host_not_found',
  EDNS: 'host_not_found',
  EAI_AGAIN: 'host_not_found',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ECONNRESET: 'unreachable',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  EConnectionClosed: 'unreachable',
  NoConnection: 'unreachable',
  ClosedAfterConnectTLS: 'tls_failed',
  ClosedAfterConnectText: 'unreachable',
  ETIMEDOUT: 'timed_out',
  ETIMEOUT: 'timed_out',
  CONNECT_TIMEOUT: 'timed_out',
  GREETING_TIMEOUT: 'timed_out',
  GREEETING_TIMEOUT: 'timed_out', // imapflow's own spelling
  UPGRADE_TIMEOUT: 'timed_out',
  ETLS: 'tls_failed',
  EAUTH: 'login_refused',
  ENOAUTH: 'login_refused',
  EOAUTH2: 'login_refused',
  EENVELOPE: 'address_refused',
};

const CERTIFICATE = /certificate|self[- ]signed|wrong version number|STARTTLS|\bTLS\b|\bSSL\b|packet length too long/i;

/** Which of our failures an error of the mail libraries is, and the server's own words for it. */
export function whichFailure(trouble: MailTrouble): { because: MailFailure; answer: string; isPermanent: boolean } {
  const answer = wordsOf(trouble);
  const because = reasonOf(trouble, answer);
  return { because, answer, isPermanent: isPermanent(because, trouble) };
}

function reasonOf(trouble: MailTrouble, answer: string): MailFailure {
  if (trouble.authenticationFailed === true) return 'login_refused';
  const known = failureOfCode[String(trouble.code)] ?? failureOfMessage(answer);
  // A failed handshake is told as a broken socket: the words say what it was.
  if ((known === 'unreachable' || known === undefined) && CERTIFICATE.test(answer)) return 'tls_failed';
  return known ?? 'server_refused';
}

function failureOfMessage(answer: string): MailFailure | undefined {
  const [, code = ''] =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ECONNRESET|ETIMEDOUT)\b/.exec(answer) ?? [];
  return failureOfCode[code];
}

function wordsOf({ response, responseText, message }: MailTrouble): string {
  const words = [response, responseText, message].find((text) => typeof text === 'string' && text !== '');
  return oneLine(String(words ?? 'no answer')).slice(0, 500);
}

const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim();

/** SMTP says it by its first digit: 5 for ever, 4 for now. Without a server's answer it is worth another try. */
function isPermanent(because: MailFailure, { responseCode }: MailTrouble): boolean {
  if (typeof responseCode === 'number') return responseCode >= 500;
  return because === 'tls_failed' || because === 'login_refused';
}
