import type { Sql } from '../platform/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { MailingDraft, MailProtection, MailServerSettings } from './contract.ts';
import { type StoredEnterprise, selectEnterprises } from './queries.ts';

/** The two servers of an enterprise and who writes from it. Null where nothing is set up. */
export interface MailServers {
  readonly sending: MailServerSettings | null;
  readonly receiving: MailServerSettings | null;
  readonly senderAddress: string;
  readonly senderName: string;
}

type Mailing = Omit<MailingDraft, 'mailPassword' | 'senderAddress' | 'checkEveryMinutes'>;

/** @param password plain; of the corporate box, or with `login` of an employee's own */
export function mailServersOf(mailing: Mailing, signIn: { readonly login: string; readonly password: string }) {
  const { smtpHost, smtpPort, mailProtection, receivingHost, receivingPort } = mailing;
  const sending = { host: smtpHost, port: smtpPort, protection: mailProtection, ...signIn };
  const protection = receivingProtection(mailProtection, receivingPort);
  const receiving = { host: receivingHost, port: receivingPort, protection, ...signIn };
  return { sending: smtpHost === '' ? null : sending, receiving: receivingHost === '' ? null : receiving };
}

/** 993 is TLS from the first byte wherever it is used, however letters are sent. */
function receivingProtection(chosen: MailProtection, port: number): MailProtection {
  return port === 993 ? 'tls' : chosen;
}

/**
 * The corporate box of a unit, or of the nearest unit above that names a server for sending (D-10: mail settings are
 * per enterprise, a branch may do with those of its head).
 *
 * @param unitId null: the firm without centralised accounting
 * @returns null when none up the tree has mail
 * @throws SecretUnreadableError when the product's key has changed
 */
export async function corporateMail(sql: Sql, unitId: string | null, secrets: Secrets): Promise<MailServers | null> {
  const found = await enterpriseWithMail(sql, unitId);
  if (found === null) return null;
  const password = found.mailPassword === null ? '' : secrets.decrypt(found.mailPassword);
  const servers = mailServersOf(found, { login: found.mailLogin, password });
  return { ...servers, senderAddress: found.senderAddress || found.mailLogin, senderName: found.name };
}

/** Whose servers serve the unit. @returns null when none up the tree has mail */
export async function enterpriseWithMail(sql: Sql, unitId: string | null): Promise<StoredEnterprise | null> {
  const rows = await selectEnterprises(sql);
  if (unitId === null) return rows.find(({ smtpHost, isActive }) => isActive && smtpHost !== '') ?? null;
  const passed = new Set<string>();
  for (let at = rows.find((row) => row.enterpriseId === unitId); at && !passed.has(at.enterpriseId); ) {
    if (at.smtpHost !== '') return at;
    passed.add(at.enterpriseId);
    const above = at.parentId;
    at = rows.find((row) => row.enterpriseId === above);
  }
  return null;
}
