import type { PhoneAccount } from '../../telephony/index.ts';
import { type Database, type Sql, transaction } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Secrets, SecretUnreadableError } from '../platform/secrets.ts';
import type { PhoneSettingsView } from './contract.ts';
import type { PeopleNews } from './people-news.ts';
import { phonesOf } from './phone-change.ts';
import { lockPerson, selectPhoneOwners, selectStored, updateSipSecret } from './queries.ts';
import { newSipSecret, toPhoneOwner } from './sip-secret.ts';

export interface PhoneSettingsDeps {
  readonly database: Database;
  readonly secrets: Secrets;
  /** Where desk phones register. */
  readonly phoneServer: { readonly host: string; readonly port: number };
  readonly news: PeopleNews;
}

/** What to type into a desk phone. @throws Refusal `not_found`; `no_sip_extension` when there is nothing to type */
export async function phoneSettings(personId: string, deps: PhoneSettingsDeps): Promise<PhoneSettingsView> {
  const person = await selectStored(deps.database, personId);
  if (person === null) throw new Refusal('not_found', { what: 'person' });
  const { sipExtension, secret } = toPhoneOwner(person, deps.secrets);
  if (sipExtension === null || secret === null) throw new Refusal('no_sip_extension', {}, 'sipExtension');
  return toView({ sipExtension, secret }, deps);
}

/** Makes a fresh secret; phones that know the former one must be told. The same refusals as `phoneSettings`. */
export async function renewPhoneSecret(personId: string, deps: PhoneSettingsDeps): Promise<PhoneSettingsView> {
  const secret = newSipSecret();
  const person = await transaction(deps.database, async (sql) => {
    const locked = await lockPerson(sql, personId);
    if (locked === null) throw new Refusal('not_found', { what: 'person' });
    if (locked.person.sipExtension === null) throw new Refusal('no_sip_extension', {}, 'sipExtension');
    await updateSipSecret(sql, personId, deps.secrets.encrypt(secret));
    return { ...locked.person, sipExtension: locked.person.sipExtension };
  });
  // The former secret is not looked at: this is the way out when it cannot be read any more.
  const put = phonesOf({ ...person, secret });
  if (put.length > 0) deps.news.phonesChanged({ removed: [], put });
  return toView({ sipExtension: person.sipExtension, secret }, deps);
}

/**
 * Both phones of all active people who have a SIP number: what the PBX must know after a connect. A person whose
 * secret cannot be read is left out and logged: one damaged row must not keep the others from telephoning.
 */
export async function phoneAccounts(
  sql: Sql,
  { secrets, log }: { readonly secrets: Secrets; readonly log: Log },
): Promise<readonly PhoneAccount[]> {
  const owners = await selectPhoneOwners(sql);
  return owners.flatMap((owner) => {
    try {
      return phonesOf(toPhoneOwner(owner, secrets));
    } catch (err) {
      if (!(err instanceof SecretUnreadableError)) throw err;
      log.error({ err, extension: owner.sipExtension }, 'phone left out');
      return [];
    }
  });
}

function toView(
  { sipExtension, secret }: { sipExtension: string; secret: string },
  { phoneServer }: PhoneSettingsDeps,
): PhoneSettingsView {
  return { server: phoneServer.host, port: phoneServer.port, user: sipExtension, secret };
}
