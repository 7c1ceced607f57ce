import { WordedError } from '../../telephony/worded.ts';
import { personDraft } from './contract.ts';
import { createPerson, type SavePersonDeps } from './save-person.ts';

/** Who opens an empty installation; from the configuration, read once and never again. */
export interface FirstAdministrator {
  readonly email: string;
  readonly password: string;
}

/**
 * Makes the first account of an empty database. The name is theirs to change afterwards.
 *
 * @throws WordedError `no_administrator` when the configuration names nobody
 */
export async function createFirstAdministrator(first: FirstAdministrator | null, deps: SavePersonDeps): Promise<void> {
  if (first === null) throw noAdministrator();
  const draft = personDraft.parse({ ...first, fullName: 'Адміністратор', role: 'administrator' });
  await createPerson({ personId: null, role: 'administrator' }, draft, deps);
}

function noAdministrator() {
  return new WordedError('no_administrator', {
    uk: 'База порожня, а DEMO=0: нікому увійти. Задайте DZVIN_ADMIN_EMAIL і DZVIN_ADMIN_PASSWORD (щонайменше 10 знаків) для першого запуску.',
    en: 'The database is empty and DEMO=0: nobody could sign in. Set DZVIN_ADMIN_EMAIL and DZVIN_ADMIN_PASSWORD (at least 10 characters) for the first start.',
  });
}
