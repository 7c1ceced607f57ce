import type { MailLack } from '../people/contract.ts';

/** Where the missing thing is filled in. */
export type MailMend = 'employee_card' | 'enterprise_mailing';

/**
 * Why a letter to a client cannot be sent as this person, null when it can. The first thing missing is named;
 * both of the card are named together, so that nobody is sent there twice.
 */
export function whyNotSend(lacks: readonly MailLack[]): { missing: MailLack | 'both'; mend: MailMend } | null {
  const [first] = lacks;
  if (first === undefined) return null;
  if (first === 'mail_server') return { missing: first, mend: 'enterprise_mailing' };
  return {
    missing: lacks.includes('email') && lacks.includes('mailbox_password') ? 'both' : first,
    mend: 'employee_card',
  };
}
