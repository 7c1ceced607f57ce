import type { Config } from '../config/load-config.ts';
import { fillDatabase } from './demo/index.ts';
import { createLine } from './hotline/index.ts';
import { createFirstAdministrator, hasPeople } from './people/index.ts';
import type { Database } from './platform/database.ts';
import type { Secrets } from './platform/secrets.ts';

/**
 * Gives an empty database somebody who may sign in: the demonstration's firm, or the first administrator.
 *
 * @throws WordedError `no_administrator`
 */
export async function firstStart(
  { isDemoWanted, firstAdministrator }: Pick<Config, 'isDemoWanted' | 'firstAdministrator'>,
  { database, secrets }: { readonly database: Database; readonly secrets: Secrets },
): Promise<void> {
  if (await hasPeople(database)) return;
  // Nobody has to be told yet: the hot line reads everything when it starts.
  const tellNobody = () => {};
  if (isDemoWanted) {
    const deps = { database, lineChanged: tellNobody, lineRemoved: tellNobody };
    await fillDatabase({ database, secrets, createLine: (draft) => createLine(null, draft, deps) });
    return;
  }
  const news = { personChanged: tellNobody, phonesChanged: tellNobody, sessionsEnded: tellNobody };
  await createFirstAdministrator(firstAdministrator, { database, secrets, lineWithNumber: async () => null, news });
}
