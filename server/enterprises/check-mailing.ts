import { Refusal } from '../platform/refusal.ts';
import type { MailingCheckView, MailingDraft, MailServersCheck, MailServersToCheck } from './contract.ts';
import { mailServersOf } from './mail-servers.ts';
import { type EnterpriseDeps, requireEnterprise } from './save-enterprise.ts';
import { isPasswordLent } from './why-not-save.ts';

export interface CheckMailingDeps extends EnterpriseDeps {
  readonly checkMailServer: (servers: MailServersToCheck) => Promise<MailServersCheck>;
}

/**
 * «Перевірити»: tries what is typed, with the stored password where none is typed, and saves nothing.
 *
 * @throws Refusal `mail_password_again`: the stored password is not shown to a server it was not typed for
 */
export async function checkMailing(
  enterpriseId: string,
  draft: MailingDraft,
  { database, secrets, checkMailServer }: CheckMailingDeps,
): Promise<MailingCheckView> {
  const stored = await requireEnterprise(database, enterpriseId);
  if (isPasswordLent(draft, stored)) throw new Refusal('mail_password_again', {}, 'mailPassword');
  const kept = stored.mailPassword === null ? '' : secrets.decrypt(stored.mailPassword);
  const password = draft.mailPassword ?? kept;
  const { sending, receiving } = await checkMailServer(mailServersOf(draft, { login: draft.mailLogin, password }));
  return { sending: sending && toCheck(sending), receiving: receiving && toCheck(receiving) };
}

function toCheck(check: NonNullable<MailServersCheck['sending']>) {
  return { isGood: check.isGood, because: check.isGood ? null : check.because, answer: check.answer };
}
