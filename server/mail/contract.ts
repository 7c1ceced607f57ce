export type { MailCheck, MailFailure, MailProtection, MailServerSettings } from '../enterprises/contract.ts';

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
  readonly attachments?: readonly {
    readonly fileName: string;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
}

/** A server took the letter, for at least one addressee. */
export interface SentLetter {
  readonly messageId: string;
  /** The server's own words. */
  readonly answer: string;
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
}
