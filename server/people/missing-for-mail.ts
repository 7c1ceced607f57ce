import type { MailLack } from './contract.ts';

/** What keeps an employee from sending and receiving mail, in the order people fill it; empty: nothing. */
export function missingForMail(facts: {
  readonly email: string;
  readonly hasMailboxPassword: boolean;
  /** The employee's enterprise, or one above it, names a mail server. */
  readonly hasMailServer: boolean;
}): readonly MailLack[] {
  const lacks = {
    email: facts.email === '',
    mailbox_password: !facts.hasMailboxPassword,
    mail_server: !facts.hasMailServer,
  } satisfies Record<MailLack, boolean>;
  return (['email', 'mailbox_password', 'mail_server'] as const).filter((lack) => lacks[lack]);
}
