import { once } from 'node:events';
import type { Config } from '../config/load-config.ts';
import type { PersonProfile } from '../telephony/index.ts';
import { countSessions, deedsOf, type Person, sessionOf } from './access/index.ts';
import { readCallParameters } from './calls/index.ts';
import { findDemonstration } from './demo/index.ts';
import { firstStart } from './first-start.ts';
import { deleteOutlived } from './history/index.ts';
import { engineLine, selectLines } from './hotline/index.ts';
import { KnownPeople } from './known-people.ts';
import { leadHotline } from './lead-hotline.ts';
import { LiveHub } from './live/index.ts';
import { selectStanding, telephonyProfiles } from './people/index.ts';
import type { Database } from './platform/database.ts';
import { startJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';
import type { PbxAccess } from './start/start-telephony.ts';
import type { Demonstration } from './start/welcome.ts';
import { type News, wireApp, wireSessions } from './wire-app.ts';
import { fallbackEndpoints, type HotlineParts, restore, wireHotline } from './wire-hotline.ts';
import { notificationJobs } from './wire-notifications.ts';

/** What is started before the server and outlives it. */
export interface ServerDeps {
  readonly database: Database;
  /** Of the same database, with the password: the job queue has connections of its own. */
  readonly databaseUrl: string;
  readonly secrets: Secrets;
  readonly pbx: PbxAccess;
  readonly log: Log;
  /** The built pages of the console. */
  readonly consoleFolder: string;
}

export interface RunningServer {
  /** Who may sign in and where to call, as long as the data is the demonstration's. */
  readonly demonstration: Demonstration | null;
  stop(): Promise<void>;
}

/**
 * The composition root: wires all parts, restores what the ledger remembers, then opens the doors. A part that cannot go
 * on later rejects unhandled, and the process ends in order.
 *
 * @throws WordedError
 */
export async function runServer(config: Config, deps: ServerDeps): Promise<RunningServer> {
  const { database, log } = deps;
  const leadership = await leadHotline(config.dataDir, { sql: database, log });
  await firstStart(config, deps);
  const people = await KnownPeople.load(database);
  const sessions = wireSessions(config, deps);

  // The hub needs the server, the server the hot line, the hot line the hub: the last is looked up when it is used.
  const live: Pick<LiveHub, 'tell' | 'tellBoard' | 'isBoardWatched'> = {
    tell: (personId, name, message) => hub.tell(personId, name, message),
    tellBoard: (change) => hub.tellBoard(change),
    get isBoardWatched() {
      return hub.isBoardWatched;
    },
  };
  const parameters = await readCallParameters(database);
  const { mayCommand } = leadership;
  const hotline = wireHotline({ people, parameters, dataDir: config.dataDir, mayCommand, live }, deps);
  const profiles = new Map((await telephonyProfiles(database)).map((profile) => [profile.personId, profile]));
  const news = tellNews({ people, hotline, profiles, endSessions: (...whose) => hub.endSessions(...whose) }, deps);
  const httpServer = wireApp({ config, hotline, sessions, news }, deps);
  const hub = new LiveHub(
    { httpServer, allowedOrigins: [new URL(config.publicUrl).origin] },
    {
      sessionOf: (cookie) => sessionOf(cookie, sessions),
      standing: (sessionIds) => standingSessions(database, sessionIds),
      desk: {
        snapshot: (personId) => ({
          ...hotline.desk.snapshot(personId, Date.now()),
          own: hotline.board.personView(personId),
        }),
        popSeen: (personId, seen) => hotline.desk.popSeen(personId, seen),
      },
      board: hotline.board,
      presence: {
        consoleOnline: (personId) => hotline.switchboard.order({ kind: 'console_online', personId }),
        consoleLost: (personId) => hotline.switchboard.order({ kind: 'console_lost', personId }),
      },
      log,
    },
  );

  const writing = hotline.writer.run();
  await restore(hotline, deps);
  hotline.pbx.setFallback(fallbackEndpoints(profiles.values()));
  hotline.board.start();
  const running = hotline.switchboard.run();
  // After the hot line, which needs no jobs; before the doors open, since saves queue them.
  const jobs = await startJobs(
    {
      databaseUrl: deps.databaseUrl,
      handlers: { ...notificationJobs(deps), clear_history: async () => void (await deleteOutlived(database)) },
      schedule: { clear_history: '17 1 * * *' },
    },
    log,
  );
  httpServer.listen(config.port, config.host);
  await once(httpServer, 'listening');
  void Promise.race([leadership.lost, Promise.all([writing, running])]);

  const lines = (await selectLines(database)).map(({ name, numbers }) => ({ name, numbers }));
  return {
    demonstration: await findDemonstration(database, lines),
    stop: async () => {
      hub.stop();
      httpServer.close();
      hotline.board.stop();
      await jobs.stop();
      await hotline.switchboard.stop();
      await hotline.writer.stop();
      await hotline.popLog.stop();
      await leadership.release();
    },
  };
}

async function standingSessions(
  database: Database,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const standing = await selectStanding(database, sessionIds);
  return new Map(standing.map(({ sessionId, ...person }) => [sessionId, { ...person, deeds: deedsOf(person.role) }]));
}

interface NewsWiring {
  readonly people: KnownPeople;
  readonly hotline: HotlineParts;
  readonly profiles: Map<string, PersonProfile>;
  readonly endSessions: LiveHub['endSessions'];
}

/** What a save changes in the running product, after its commit. */
function tellNews({ people, hotline, profiles, endSessions }: NewsWiring, { database, log }: ServerDeps): News {
  const { switchboard, board, pbx } = hotline;
  const signOut = (personId: string) => switchboard.order({ kind: 'signed_out', personId });
  /** Another browser of the same person keeps them at work. */
  const sessionEnded: News['sessions']['ended'] = (personId, sessionId) => {
    endSessions(personId, sessionId);
    countSessions(database, personId)
      .then((count) => count === 0 && signOut(personId))
      .catch((err) => log.error({ err, personId }, 'sessions not counted after one has ended'));
  };
  const pbxLater = (err: unknown) => log.warn({ err }, 'the PBX learns of this phone when it is back');
  return {
    people: {
      personChanged: (change) => {
        const personId = change.kind === 'put_person' ? change.profile.personId : change.personId;
        if (change.kind === 'put_person') {
          profiles.set(personId, change.profile);
          board.putPerson(change.profile);
        } else {
          profiles.delete(personId);
          board.removePerson(personId);
        }
        switchboard.setUp(change);
        pbx.setFallback(fallbackEndpoints(profiles.values()));
        people.refresh(personId).catch((err) => log.error({ err, personId }, 'a changed name is not known yet'));
      },
      phonesChanged: ({ removed, put }) => {
        for (const endpoint of removed) pbx.removePhone(endpoint).catch(pbxLater);
        for (const phone of put) pbx.putPhone(phone).catch(pbxLater);
      },
      sessionsEnded: (personId) => {
        endSessions(personId);
        signOut(personId);
      },
    },
    lines: {
      lineChanged: (line) => {
        switchboard.setUp({ kind: 'put_line', line: engineLine(line) });
        board.putLine(line);
      },
      lineRemoved: (lineId) => {
        switchboard.setUp({ kind: 'remove_line', lineId });
        board.removeLine(lineId);
      },
    },
    sessions: {
      ended: sessionEnded,
      signedIn: ({ person: { personId } }) => switchboard.order({ kind: 'signed_in', personId }),
      signedOut: ({ sessionId, person: { personId } }) => sessionEnded(personId, sessionId),
    },
  };
}
