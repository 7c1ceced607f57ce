import type { LedgerEntry, PersonShown } from '../hotline/ledger-entry.ts';
import { browserEndpoint, type DeviceState, deskEndpoint } from '../pbx.ts';
import type { CallBook } from './books.ts';
import { firstComplaint, type Invariant, isSettledFor, slackMs } from './invariant.ts';
import type { Watch } from './watch.ts';

/** So long a free person and a caller may stand beside each other. */
const tickMs = 100;

/** Who is rung, and in which order callers are served. */
export const fairnessInvariants: readonly Invariant[] = [
  { name: 'nobody is rung whose status or device refuses', afterStep: nobodyRefusing },
  { name: 'a phone rings for a call that is offered to its person', afterStep: ringsForAnOffer },
  { name: 'callers of a pool are served by rank', atEntry: servedByRank },
  { name: 'nobody waits while somebody of the pool is free', atLook: nobodyWaitsForAFreePerson },
  {
    name: 'a queue takes no more than its limit and nobody longer',
    atEntry: queueLimitKept,
    atLook: nobodyPastTheLimit,
  },
  { name: 'what keeps calls from a person is true', atLook: obstaclesAreTrue },
];

type OfferMade = Extract<LedgerEntry, { type: 'queue.offer_made' }>;

function nobodyRefusing(watch: Watch): string | null {
  return firstComplaint(watch.entries, (entry) => {
    if (entry.stream !== 'call' || entry.type !== 'queue.offer_made') return null;
    if (watch.books.calls.get(entry.callId)?.offer?.offerNo !== entry.offerNo) return null;
    const refusal = refusalOf(entry, watch);
    return refusal === null ? null : `${entry.callId} rings ${entry.personId}, but ${refusal}`;
  });
}

function refusalOf({ callId, personId, reason }: OfferMade, watch: Watch): string | null {
  const { told, books } = watch;
  const profile = told.people.get(personId);
  const book = books.people.get(personId);
  if (!profile || !book) return 'nobody knows them';
  const device = deviceOf(profile.extension, told.devices);
  if (device !== 'reachable') return `the phone is ${device}`;
  for (const other of book.callIds) if (other !== callId) return `they are busy with ${other}`;
  if (!profile.usesStatuses) return null;
  const rule = told.statuses.get(book.last.presence);
  if (reason === 'dialled') {
    const isInternal = books.calls.get(callId)?.arrived.direction === 'internal';
    const accepts = rule?.acceptsDirect === 'yes' || (isInternal && rule?.acceptsDirect === 'waiting');
    return accepts ? null : `the status ${book.last.presence} takes no direct calls`;
  }
  if (!rule?.acceptsHotline) return `the status ${book.last.presence} takes no calls of the hot line`;
  const console = told.consoles.get(personId) ?? 'out';
  return console === 'online' ? null : `the console is ${console}`;
}

function deviceOf(extension: string | null, devices: ReadonlyMap<string, DeviceState>): DeviceState {
  if (extension === null) return 'unreachable';
  const states = [devices.get(deskEndpoint(extension)), devices.get(browserEndpoint(extension))];
  if (states.includes('in_use')) return 'in_use';
  return states.includes('reachable') ? 'reachable' : 'unreachable';
}

function ringsForAnOffer({ commands, books }: Watch): string | null {
  return firstComplaint(commands, (command) => {
    if (command.kind !== 'ring_phone') return null;
    const offer = books.calls.get(command.callId)?.offer;
    if (offer?.personId === command.personId) return null;
    return `${command.endpoint} rings for ${command.callId}, which is offered to ${offer?.personId ?? 'nobody'}`;
  });
}

function servedByRank(entry: LedgerEntry, watch: Watch): string | null {
  if (entry.stream !== 'call' || entry.type !== 'queue.offer_made' || entry.reason === 'dialled') return null;
  const call = watch.books.calls.get(entry.callId);
  const pool = watch.told.people.get(entry.personId)?.projectId ?? 'common';
  if (!call || !isSettledFor(watch, slackMs)) return null;
  return firstComplaint(watch.books.calls.values(), (other) => {
    if (other === call || rankOf(other) >= rankOf(call)) return null;
    if (!waits(other, entry.at - slackMs) || !serves(pool, other, entry.at - slackMs)) return null;
    return `${entry.callId} is offered to ${entry.personId} of ${pool} before ${other.arrived.callId}, whose turn it was`;
  });
}

const rankOf = ({ arrived, line }: CallBook) => arrived.arrivedAt - (line?.priority ?? 0) * 60_000;

/** Whether the call could have been offered at that moment already. */
function waits(call: CallBook, at: number): boolean {
  return call.ownPool !== null && call.offer === null && call.bridgedAt === null && call.mayBeOfferedFrom <= at;
}

function serves(pool: string, { ownPool, line, arrived }: CallBook, at: number): boolean {
  if (pool === ownPool) return true;
  if (pool !== 'common' || line === null || line.reserveAfterSeconds === null) return false;
  return at >= arrived.arrivedAt + line.reserveAfterSeconds * 1000;
}

function nobodyWaitsForAFreePerson(watch: Watch): string | null {
  const { books, now, told } = watch;
  if (!isSettledFor(watch, tickMs)) return null;
  const free = [...books.people].filter(
    ([id, { freeSince }]) => told.people.has(id) && freeSince !== null && now - freeSince > tickMs,
  );
  if (free.length === 0) return null;
  return firstComplaint(books.calls.values(), (call) => {
    if (!waits(call, now - tickMs)) return null;
    const idle = free.find(([id]) => serves(told.people.get(id)?.projectId ?? 'common', call, now - tickMs));
    return idle ? `${call.arrived.callId} waits while ${idle[0]} is free` : null;
  });
}

function queueLimitKept(entry: LedgerEntry, { books }: Watch): string | null {
  if (entry.stream !== 'call' || entry.type !== 'queue.entered') return null;
  const call = books.calls.get(entry.callId);
  if (!call?.line || call.offers > 0 || entry.position <= call.line.maxWaiting) return null;
  return `${entry.callId} got place ${entry.position} in a queue of ${call.line.maxWaiting}`;
}

function nobodyPastTheLimit(watch: Watch): string | null {
  if (!isSettledFor(watch, 1_000)) return null;
  return firstComplaint(watch.books.calls.values(), (call) => {
    if (!call.line || call.offer || call.bridgedAt !== null) return null;
    const overMs = watch.now - call.arrived.arrivedAt - call.line.queueLimitSeconds * 1000;
    return overMs > 1_000 ? `${call.arrived.callId} waits ${overMs} ms past the limit of its queue` : null;
  });
}

/** An obstacle that nothing backs keeps somebody from working; a missing one rings somebody who is away. */
function obstaclesAreTrue(watch: Watch): string | null {
  if (!isSettledFor(watch, slackMs)) return null;
  return firstComplaint(watch.books.people, ([personId, { last }]) => {
    const complaint = obstacleComplaint(personId, last, watch);
    return complaint === null ? null : `${personId}: ${complaint}`;
  });
}

function obstacleComplaint(personId: string, shown: PersonShown, { books, told, now }: Watch): string | null {
  const book = books.people.get(personId);
  const profile = told.people.get(personId);
  if (!book || !profile) return null;
  const { obstacle } = shown;
  const device = deviceOf(profile.extension, told.devices);
  const isBusy = book.callIds.size > 0;
  const console = told.consoles.get(personId) ?? 'out';
  const accepts = told.statuses.get(shown.presence)?.acceptsHotline ?? false;
  const isAway = profile.usesStatuses && (console !== 'online' || !accepts);
  const backing: Record<NonNullable<typeof obstacle> | 'none', boolean> = {
    none: !isBusy && book.offeredCallId === null && device === 'reachable' && !isAway,
    no_phone: profile.extension === null,
    talking: isBusy,
    on_hold: isBusy,
    dialled_out: isBusy,
    internal_call: isBusy,
    ringing: book.offeredCallId !== null,
    wrapping_up: shown.work === 'wrap_up' && shown.until !== null && shown.until > now - slackMs,
    not_responding: shown.work === 'not_responding',
    phone_unreachable: shown.work === 'unreachable' && shown.until !== null && shown.until > now - slackMs,
    phone_off: device === 'unreachable',
    device_busy: device === 'in_use',
    signed_out: console === 'out',
    console_lost: console === 'reconnecting',
    reconnecting: console === 'reconnecting',
    status_refuses: !accepts,
    resting: shown.until !== null && shown.until > now - slackMs,
  };
  return backing[obstacle ?? 'none']
    ? null
    : `${obstacle ?? 'nothing'} keeps calls away, yet ${JSON.stringify({ device, console, accepts, isBusy, offered: book.offeredCallId, until: shown.until })}`;
}
