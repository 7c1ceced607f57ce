import { createAriPbx } from '../telephony/ari/index.ts';
import { browserEndpoint, deskEndpoint, type LedgerEntry, type Pbx, type PersonProfile } from '../telephony/index.ts';
import { Switchboard } from '../telephony/switchboard/index.ts';
import { deedsOf } from './access/index.ts';
import type { CallParameters } from './calls/contract.ts';
import { CallerLookup, Desk, LedgerWriter, notesOf, PopLog } from './calls/index.ts';
import { Board, BoardFigures, selectBoardPeople, selectLines } from './hotline/index.ts';
import type { KnownPeople } from './known-people.ts';
import type { LiveHub } from './live/index.ts';
import type { ServerDeps } from './main.ts';
import { phoneAccounts } from './people/index.ts';
import { projectPersonEntries } from './presence/index.ts';
import { hotlineParameters, restoreHotline } from './restore-hotline.ts';

/** The hot line with everything that follows its entries: the ledger, the desks, the board. */
export interface HotlineParts {
  readonly switchboard: Switchboard;
  readonly pbx: Pbx;
  readonly writer: LedgerWriter;
  readonly desk: Desk;
  readonly board: Board;
  readonly popLog: PopLog;
  readonly parameters: { readonly now: () => CallParameters; readonly change: (to: CallParameters) => void };
}

export interface HotlineWiring {
  readonly people: KnownPeople;
  readonly parameters: CallParameters;
  readonly dataDir: string;
  readonly mayCommand: () => boolean;
  readonly live: Pick<LiveHub, 'tell' | 'tellBoard' | 'isBoardWatched'>;
}

/** Wires them; nothing runs yet. */
export function wireHotline(wiring: HotlineWiring, deps: ServerDeps): HotlineParts {
  const { database, log, pbx: access } = deps;
  const { people, live, dataDir, mayCommand } = wiring;
  let parameters = wiring.parameters;
  const minLoggedDigits = () => parameters.minLoggedDigits;

  const writer = new LedgerWriter({ database, folder: dataDir, projectPersonEntries, minLoggedDigits, log });
  const popLog = new PopLog({ sql: database, log });
  const lookup = new CallerLookup({ sql: database, log });
  const figures = new BoardFigures({ sql: database, timeZone: () => parameters.timeZone, log });
  const board = new Board({
    tell: (change) => live.tellBoard(change),
    isWatched: () => live.isBoardWatched,
    figures,
    now: Date.now,
  });
  const desk = new Desk({
    lookup,
    writer,
    popLog,
    tell: (personId, name, message) => live.tell(personId, name, message),
    facts: {
      lineName: (lineId) => board.lineName(lineId),
      personName: (personId) => people.nameOf(personId),
      viewer: (personId) => viewerOf(people, personId),
      minLoggedDigits,
    },
  });
  const pbx = createAriPbx({
    url: access.ariUrl,
    user: access.ariUser,
    password: access.ariPassword,
    mayWrite: mayCommand,
    log,
  });
  const switchboard = new Switchboard({
    pbx,
    now: Date.now,
    findCaller: (asked) => lookup.callerKnown(asked, Date.now()),
    linkChanged: ({ isConnected, since }) => (isConnected ? board.pbxConnected(since) : board.pbxLost(since)),
    record: (entries) => {
      writer.take(entries);
      board.take(entries);
      desk.take(entries);
      tellOwnStates(entries, { board, live });
    },
    log,
  });
  const change = (to: CallParameters) => {
    parameters = to;
    switchboard.setUp({ kind: 'put_parameters', parameters: hotlineParameters(to) });
  };
  return { switchboard, pbx, writer, desk, board, popLog, parameters: { now: () => parameters, change } };
}

function viewerOf(people: KnownPeople, personId: string) {
  const facts = people.find(personId);
  return {
    language: facts?.language ?? 'uk',
    mayViewClients: facts ? deedsOf(facts.role).includes('clients.view') : false,
  };
}

/** Each person's own consoles learn what is shown of them. */
function tellOwnStates(
  entries: readonly LedgerEntry[],
  { board, live }: Pick<HotlineParts, 'board'> & Pick<HotlineWiring, 'live'>,
) {
  for (const entry of entries) {
    if (entry.stream !== 'person') continue;
    const state = board.personView(entry.personId);
    if (state) live.tell(entry.personId, 'presence.changed', { state });
  }
}

/** What the ledger remembers goes to the hot line, the desks and the board; the phones to the PBX once it is there. */
export async function restore(parts: HotlineParts, { database, secrets, log }: ServerDeps): Promise<void> {
  const { switchboard, pbx, writer, desk, board, parameters } = parts;
  await writer.drain();
  const calls = await restoreHotline(switchboard, { sql: database, parameters: parameters.now() });
  const callIds = calls.map(({ callId }) => callId);
  const [notes, lines, people, phones] = await Promise.all([
    notesOf(database, callIds),
    selectLines(database),
    selectBoardPeople(database),
    phoneAccounts(database, { secrets, log }),
  ]);
  desk.restore(calls, notes);
  board.restore({ lines, people, calls });
  // Not connected yet: they are kept and go out with the connection.
  await Promise.allSettled(phones.map((phone) => pbx.putPhone(phone)));
}

const fallbackPeople = 10;

/** The first people with a phone ring, by Asterisk itself, when the server stays away. */
export function fallbackEndpoints(profiles: Iterable<PersonProfile>): string[] {
  const extensions = [...profiles].flatMap(({ extension }) => (extension === null ? [] : [extension]));
  const first = extensions.toSorted().slice(0, fallbackPeople);
  return first.flatMap((extension) => [deskEndpoint(extension), browserEndpoint(extension)]);
}
