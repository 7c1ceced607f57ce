import type { PersonShown } from '../hotline/ledger-entry.ts';
import { isSameShown } from '../hotline/shown-status.ts';
import type { CallBook } from './books.ts';
import { firstComplaint, forgottenAfterMs, type Invariant, isSettledFor, slackMs } from './invariant.ts';
import type { VirtualChannel } from './virtual-pbx.ts';
import type { Watch } from './watch.ts';

/** No wrap-up anybody can set is longer. */
const longestWrapUpMs = 3_600_000;

/** What the hot line believes must be what is on the PBX, and what it owes must come in time. */
export const pbxInvariants: readonly Invariant[] = [
  { name: 'no deadline is forgotten', afterStep: noDeadlineForgotten },
  { name: 'no channel stays without a call', atLook: noOrphans, atEnd: nothingLeftOnThePbx },
  { name: 'no call stays without its caller', atLook: noGhosts },
  { name: 'an answered call is bridged to exactly the one person', atLook: bridgedToOne },
  { name: 'wrap-up ends by its deadline', atLook: wrapUpEnds },
  { name: 'the ledger says what is shown', atLook: ledgerSaysWhatIsShown },
  { name: 'everybody is at rest in the end', atEnd: everybodyAtRest },
];

function noDeadlineForgotten({ engine, now, input }: Watch): string | null {
  if (input?.kind !== 'time_passed') return null;
  const next = engine.nextDeadline();
  return next === null || next > now ? null : `a deadline of ${now - next} ms ago is still to come`;
}

function noOrphans(watch: Watch): string | null {
  if (!isSettledFor(watch, forgottenAfterMs)) return null;
  return firstComplaint(watch.pbx.channels.values(), (channel) => {
    if (!channel.isInApplication || isWanted(channel, watch)) return null;
    // The moment before its call is known and the moment after its end are two, however long the call between them.
    const callId = channel.role.kind === 'caller' ? channel.channelId : channel.role.callId;
    const when = watch.books.ended.has(callId) ? 'after' : 'before';
    const forMs = watch.suspicions.lasting(`orphan ${when} ${channel.channelId}`, watch.now);
    return forMs > forgottenAfterMs ? `${channel.channelId} has been on the PBX for ${forMs} ms without a call` : null;
  });
}

function isWanted({ channelId, role }: VirtualChannel, { books }: Watch): boolean {
  const call = books.calls.get(role.kind === 'caller' ? channelId : role.callId);
  if (!call) return false;
  if (role.kind === 'caller' || role.personId === null) return true;
  return call.offer?.personId === role.personId || call.talkingPersonId === role.personId;
}

function nothingLeftOnThePbx({ pbx }: Watch): string | null {
  for (const channelId of pbx.channels.keys()) return `${channelId} is still on the PBX`;
  return null;
}

function noGhosts(watch: Watch): string | null {
  if (!isSettledFor(watch, forgottenAfterMs)) return null;
  return firstComplaint(watch.books.calls.keys(), (callId) => {
    if (watch.pbx.channels.has(callId)) return null;
    const forMs = watch.suspicions.lasting(`ghost ${callId}`, watch.now);
    return forMs > forgottenAfterMs ? `${callId} has gone on for ${forMs} ms after its caller left` : null;
  });
}

function bridgedToOne(watch: Watch): string | null {
  if (!isSettledFor(watch, forgottenAfterMs)) return null;
  return firstComplaint(watch.books.calls.values(), (call) => {
    if (call.bridgedAt === null || isBridgedRight(call, watch)) return null;
    const forMs = watch.suspicions.lasting(`bridge ${call.arrived.callId}`, watch.now);
    if (forMs <= forgottenAfterMs) return null;
    return `${call.arrived.callId} talks with ${call.talkingPersonId ?? 'the far end'}, but not on the PBX for ${forMs} ms`;
  });
}

function isBridgedRight({ arrived, talkingPersonId }: CallBook, { pbx }: Watch): boolean {
  const caller = pbx.channels.get(arrived.callId);
  const [partner, ...others] = caller ? pbx.partnersOf(caller) : [];
  if (partner?.role.kind !== 'leg' || others.length > 0) return false;
  return partner.role.callId === arrived.callId && partner.role.personId === talkingPersonId;
}

function wrapUpEnds(watch: Watch): string | null {
  const { books, now } = watch;
  if (!isSettledFor(watch, slackMs)) return null;
  return firstComplaint(books.people.values(), ({ last }) => {
    if (last.work !== 'wrap_up') return null;
    if (last.until === null || last.until > last.at + longestWrapUpMs) return `wrap-up of ${last.personId} has no end`;
    return last.until > now - slackMs ? null : `wrap-up of ${last.personId} is ${now - last.until} ms over`;
  });
}

function ledgerSaysWhatIsShown(watch: Watch): string | null {
  const { books, engine } = watch;
  if (!isSettledFor(watch, 0)) return null;
  return firstComplaint(books.people, ([personId, { last }]) => {
    const shown = engine.shownOf(personId);
    if (shown === null || isSameShown(last, shown)) return null;
    return `${personId} is shown as ${words(shown)}, the ledger says ${words(last)}`;
  });
}

const words = ({ shown, work, obstacle, callId, until }: PersonShown) =>
  JSON.stringify({ shown, work, obstacle, callId, until });

function everybodyAtRest({ books }: Watch): string | null {
  return firstComplaint(books.people.values(), ({ last, callIds, offeredCallId }) => {
    const isAtRest = last.work === 'idle' || last.work === 'not_responding';
    if (isAtRest && callIds.size === 0 && offeredCallId === null) return null;
    return `${last.personId} is still ${last.work} (${[...callIds, offeredCallId ?? ''].join(' ')})`;
  });
}
