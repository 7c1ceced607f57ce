import { plainFields, recordChange, type Saver, savedBy, typedSecret } from '../history/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Secrets, secretToStore } from '../platform/secrets.ts';
import type { EnterpriseDraft, EnterpriseView } from './contract.ts';
import {
  countAt,
  deleteEnterprise,
  insertEnterprise,
  lockTree,
  type StoredEnterprise,
  selectEnterprise,
  selectEnterprises,
  selectPlaces,
  updateEnterprise,
} from './queries.ts';
import { whyNotSave } from './why-not-save.ts';

export interface EnterpriseDeps {
  readonly database: Database;
  readonly secrets: Secrets;
}

/** Without the password: what may leave the server. */
export function toView({ mailPassword: _hidden, ...view }: StoredEnterprise): EnterpriseView {
  return view;
}

/** @param enterpriseId null makes one. @throws Refusal `not_found`, and the codes of `whyNotSave` */
export function saveEnterprise(
  by: Saver,
  { enterpriseId, draft }: { readonly enterpriseId: string | null; readonly draft: EnterpriseDraft },
  { database, secrets }: EnterpriseDeps,
): Promise<EnterpriseView> {
  return transaction(database, async (sql) => {
    await lockTree(sql);
    const tree = await selectEnterprises(sql);
    const stored = tree.find((row) => row.enterpriseId === enterpriseId) ?? null;
    if (enterpriseId !== null && stored === null) throw new Refusal('not_found', { what: 'enterprise' });
    const obstacle = whyNotSave(draft, { enterpriseId, tree, stored });
    if (obstacle) throw new Refusal(obstacle.code, {}, obstacle.field);
    const row = { ...draft, mailPassword: secretToStore(draft.mailPassword, stored?.mailPassword ?? null, secrets) };
    const savedId = enterpriseId ?? (await insertEnterprise(sql, row));
    if (enterpriseId !== null) await updateEnterprise(sql, enterpriseId, row);
    const after = toView(await requireEnterprise(sql, savedId));
    const password = typedSecret('mailPassword', draft.mailPassword);
    await recordChange(sql, {
      ...{ ...objectOf(after), actor: savedBy(by), before: stored && plainFields(toView(stored)) },
      after: { ...plainFields(after), ...password },
    });
    return after;
  });
}

const objectOf = ({ enterpriseId, name }: Pick<EnterpriseView, 'enterpriseId' | 'name'>) =>
  ({ kind: 'enterprise', objectId: enterpriseId, objectName: name }) as const;

/** @throws Refusal `not_found`; `in_use` { places } with what points at it; `last_enterprise` */
export function removeEnterprise(
  by: Saver,
  enterpriseId: string,
  { database }: Pick<EnterpriseDeps, 'database'>,
): Promise<void> {
  return transaction(database, async (sql) => {
    await lockTree(sql);
    const stored = await requireEnterprise(sql, enterpriseId);
    const rows = await selectEnterprises(sql);
    if (!rows.some((row) => row.isActive && row.enterpriseId !== enterpriseId)) throw new Refusal('last_enterprise');
    const places: string[] = [];
    for (const place of await selectPlaces(sql)) {
      const howMany = await countAt(sql, place, enterpriseId);
      if (howMany > 0) places.push(`${place.tableName}: ${howMany}`);
    }
    if (places.length > 0) throw new Refusal('in_use', { places: places.join(', ') });
    await deleteEnterprise(sql, enterpriseId);
    await recordChange(sql, {
      ...objectOf(stored),
      actor: savedBy(by),
      before: plainFields(toView(stored)),
      after: null,
    });
  });
}

/** @throws Refusal `not_found` */
export async function requireEnterprise(sql: Sql, enterpriseId: string): Promise<StoredEnterprise> {
  const row = await selectEnterprise(sql, enterpriseId);
  if (row === null) throw new Refusal('not_found', { what: 'enterprise' });
  return row;
}
