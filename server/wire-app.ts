import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Config } from '../config/load-config.ts';
import { numberKey } from '../telephony/index.ts';
import {
  limitFailedTries,
  openSignIn,
  type SessionDeps,
  type SessionNews,
  securityRoutes,
  selectSignInPolicy,
  signInPolicyRoutes,
} from './access/index.ts';
import { createApp } from './app.ts';
import { callRoutes, matchPastCalls, parameterRoutes } from './calls/index.ts';
import { clientRoutes } from './clients/index.ts';
import { eventTypeRoutes, taskStatusRoutes, userStatusRoutes } from './directories/index.ts';
import { enterpriseRoutes, unitRoutes } from './enterprises/index.ts';
import { countEventTypeUses, eventRoutes } from './events/index.ts';
import { historyRoutes } from './history/index.ts';
import { hotlineRoutes, lineWithKey, type SaveLineDeps } from './hotline/index.ts';
import { checkMailServer } from './mail/index.ts';
import type { ServerDeps } from './main.ts';
import { numberingRoutes } from './numbering/index.ts';
import { employeeRoutes, findPersonFacts, type PeopleNews, peopleRoutes } from './people/index.ts';
import { countStatusUses, presenceRoutes } from './presence/index.ts';
import { projectRoutes } from './projects/index.ts';
import { lookAround, selfCheckRoutes } from './self-check/index.ts';
import { countTaskStatusUses, taskRoutes } from './tasks/index.ts';
import type { HotlineParts } from './wire-hotline.ts';

/** What the routes tell the running product after a save. */
export interface News {
  readonly people: PeopleNews;
  readonly lines: Pick<SaveLineDeps, 'lineChanged' | 'lineRemoved'>;
  readonly sessions: SessionNews;
}

/** Sign-in and sessions, for routes and sockets alike. */
export function wireSessions(config: Config, { database, secrets, log }: ServerDeps) {
  const findPerson = (personId: string) => findPersonFacts(database, personId);
  const signIn = openSignIn({
    database,
    key: secrets.derive('sign-in'),
    isHttps: config.publicUrl.startsWith('https:'),
    log,
    mayHaveSession: async (personId) => (await findPerson(personId))?.isActive ?? false,
  });
  return { signIn, findPerson } satisfies SessionDeps;
}

interface AppWiring {
  readonly config: Config;
  readonly hotline: HotlineParts;
  readonly sessions: ReturnType<typeof wireSessions>;
  readonly news: News;
}

/** All of HTTP on one server, not listening yet. */
export function wireApp(wiring: AppWiring, deps: ServerDeps): Server {
  return createAdaptorServer({ fetch: wireRoutes(wiring, deps).fetch }) as Server;
}

/** Every route there is, with what stands behind it. */
export function wireRoutes({ config, hotline, sessions, news }: AppWiring, deps: ServerDeps) {
  const { database, secrets, log, pbx, consoleFolder } = deps;
  const { switchboard, desk, board, writer, parameters } = hotline;
  const order: typeof switchboard.order = (given) => switchboard.order(given);
  const security = { database, signIn: sessions.signIn, sessionsEnded: news.sessions.ended };
  const documents = { database, timeZone: () => parameters.now().timeZone, now: () => new Date() };
  return createApp({
    access: {
      ...sessions,
      readPolicy: () => selectSignInPolicy(database),
      failedTries: limitFailedTries(() => performance.now()),
      addressOf: (c) => getConnInfo(c).remote.address ?? '',
      sessionNews: news.sessions,
    },
    slices: {
      '/api/security': securityRoutes(security),
      '/api/sign-in-policy': signInPolicyRoutes(security),
      '/api/people': peopleRoutes({
        database,
        secrets,
        lineWithNumber: (sql, number) => lineWithKey(sql, numberKey(number)),
        phoneServer: { host: pbx.sipHost, port: pbx.sipPort },
        news: news.people,
      }),
      '/api/employees': employeeRoutes({ database, secrets, news: news.people }),
      '/api/enterprises': enterpriseRoutes({ database, secrets, checkMailServer }),
      '/api/units': unitRoutes({ database }),
      '/api/projects': projectRoutes({ sql: database }),
      '/api/directories/user-statuses': userStatusRoutes({
        database,
        countUses: countStatusUses,
        changed: (statuses) => switchboard.setUp({ kind: 'put_statuses', statuses }),
      }),
      '/api/directories/task-statuses': taskStatusRoutes({
        database,
        countUses: countTaskStatusUses,
        changed: () => {},
      }),
      '/api/directories/event-types': eventTypeRoutes({ database, countUses: countEventTypeUses, changed: () => {} }),
      '/api/events': eventRoutes(documents),
      '/api/tasks': taskRoutes(documents),
      '/api/numbering': numberingRoutes({ database, timeZone: () => parameters.now().timeZone }),
      '/api/presence': presenceRoutes({
        sql: database,
        order,
        tooFewFree: (personId) => board.tooFewFree(personId),
        timeZone: () => parameters.now().timeZone,
      }),
      '/api/clients': clientRoutes({ database, matchPastCalls }),
      '/api/history': historyRoutes({ database }),
      '/api/hotline': hotlineRoutes({ database, ...news.lines }),
      '/api/calls': callRoutes({ database, desk, order }),
      '/api/parameters': parameterRoutes({
        database,
        parametersChanged: parameters.change,
        cdrPlaces: config.cdrPlaces,
      }),
      '/api/self-check': selfCheckRoutes({
        lookAround: () =>
          lookAround({ pbx, sql: database, dataDir: config.dataDir, ledgerBytesWaiting: () => writer.bytesWaiting }),
      }),
    },
    consoleFolder,
    publicUrl: config.publicUrl,
    log,
  });
}
