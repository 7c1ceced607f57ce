import { enterpriseWithMail, type MailServers, mailServersOf } from '../enterprises/index.ts';
import type { Sql } from '../platform/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { MailLack } from './contract.ts';
import { selectEmployeeOf } from './employee-queries.ts';
import { missingForMail } from './missing-for-mail.ts';

/** Either a box to write from, or what its owner lacks and whose card it is to be filled in. */
export type Mailbox =
  | { readonly servers: MailServers; readonly lacks: readonly [] }
  | { readonly servers: null; readonly lacks: readonly MailLack[]; readonly employeeId: string | null };

/**
 * The person's own mailbox on the servers of their enterprise (D-14). Its password is plain in the answer: use it at
 * once, keep it nowhere.
 *
 * @throws SecretUnreadableError when the product's key has changed
 */
export async function mailboxOf(sql: Sql, personId: string, secrets: Secrets): Promise<Mailbox> {
  const employee = await selectEmployeeOf(sql, personId);
  if (employee === null) return { servers: null, lacks: ['email', 'mailbox_password'], employeeId: null };
  const enterprise = await enterpriseWithMail(sql, employee.enterpriseId);
  const lacks = missingForMail({ ...employee, hasMailServer: enterprise !== null });
  if (enterprise === null || employee.mailboxPassword === null || lacks.length > 0) {
    return { servers: null, lacks, employeeId: employee.employeeId };
  }
  const signIn = { login: employee.email, password: secrets.decrypt(employee.mailboxPassword) };
  const servers = mailServersOf(enterprise, signIn);
  return { servers: { ...servers, senderAddress: employee.email, senderName: employee.fullName }, lacks: [] };
}
