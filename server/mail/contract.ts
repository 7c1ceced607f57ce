/** How the connection is protected: STARTTLS on the open port, TLS from the first byte, or not at all. */
export const mailProtections = ['starttls', 'tls', 'none'] as const;
export type MailProtection = (typeof mailProtections)[number];

/** What one mail server is reached by. The password is plain here: it comes from the store just before it is used. */
export interface MailServerSettings {
  readonly host: string;
  readonly port: number;
  readonly protection: MailProtection;
  /** Empty: the server asks nobody who they are. */
  readonly login: string;
  readonly password: string;
}

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A letter to send. Texts that would make another header of the letter are refused, see `sendMail`. */
export interface Letter {
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** With the angle brackets; made here when left out. */
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** A letter no person wrote: other systems answer it with no automatic letter of theirs. */
  readonly isAutomatic?: boolean;
  readonly attachments?: readonly { readonly fileName: string; readonly contentType: string; readonly content: Buffer }[];
}

/** A server took the letter, for at least one addressee. */
export interface SentLetter {
  readonly messageId: string;
  /** The server's own words. */
  readonly answer: string;
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
}

/** What came of one try to reach a server. */
export type MailCheck =
  | { readonly isGood: true; readonly answer: string }
  | {
      readonly isGood: false;
      readonly because: MailFailure;
      /** The server's own words, or those of the network when no server answered. */
      readonly answer: string;
    };

/** What went wrong, so that people can be told the mend. */
export const mailFailures = [
  'host_not_found',
  'unreachable',
  'timed_out',
  'tls_failed',
  'login_refused',
  'address_refused',
  'server_refused',
] as const;
export type MailFailure = (typeof mailFailures)[number];
