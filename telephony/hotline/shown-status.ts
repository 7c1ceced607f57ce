import { type StatusRule, shownAway, shownInWrapUp, shownWhileTalking } from './facts.ts';
import type { PersonShown, Work } from './ledger-entry.ts';
import { deviceOf, obstacleOf } from './obstacle.ts';
import type { PersonState } from './state.ts';
import { workOf } from './work-of.ts';

type Showing = Pick<PersonShown, 'shown' | 'shownBecause'>;

const showingOfWork: Partial<Record<Work, Showing>> = {
  talking: { shown: shownWhileTalking, shownBecause: 'on_call' },
  hold: { shown: shownWhileTalking, shownBecause: 'on_call' },
  outbound: { shown: shownWhileTalking, shownBecause: 'on_call' },
  wrap_up: { shown: shownInWrapUp, shownBecause: 'wrap_up' },
};

const showingOfConsole: Partial<Record<PersonState['console'], Showing>> = {
  lost: { shown: shownAway, shownBecause: 'console_lost' },
  out: { shown: shownAway, shownBecause: 'signed_out' },
};

/**
 * The status people see, with all it is computed from: a talk shows «Робота з клієнтами», wrap-up «Обробка звернення»,
 * a missed offer or a silent console «Відсутній», else the status chosen (D-03, C1). The chosen one is never overwritten.
 */
export function shownStatus(person: PersonState, rule: StatusRule | undefined): PersonShown {
  const work = workOf(person);
  const { shown, shownBecause } = showing(person, work);
  return {
    shown,
    shownBecause,
    presence: person.presence,
    nextPresence: person.nextPresence,
    work,
    device: isAtThePhone(work) ? 'in_use' : deviceOf(person),
    obstacle: obstacleOf(person, rule),
    callId: person.live.at(-1)?.callId ?? person.offer?.call.callId ?? person.wrapUp?.callId ?? null,
    until: untilOf(person, work),
  };
}

/** While a call of ours is on the phones their reports say nothing new. */
const isAtThePhone = (work: Work) =>
  work !== 'idle' && work !== 'wrap_up' && work !== 'not_responding' && work !== 'unreachable';

function showing(person: PersonState, work: Work): Showing {
  const byWork = showingOfWork[work];
  if (byWork) return byWork;
  if (person.profile.usesStatuses) {
    if (work === 'not_responding') return { shown: shownAway, shownBecause: 'not_answered' };
    const byConsole = showingOfConsole[person.console];
    if (byConsole) return byConsole;
  }
  return { shown: person.presence, shownBecause: null };
}

function untilOf(person: PersonState, work: Work): number | null {
  if (work === 'wrap_up') return person.wrapUp?.until ?? null;
  if (work === 'unreachable') return person.faultUntil;
  if (work !== 'idle') return null;
  return person.graceUntil ?? person.restUntil;
}

/** Whether the ledger has to say something new of the person. */
export function isSameShown(a: PersonShown | null, b: PersonShown): boolean {
  return (
    a !== null &&
    a.shown === b.shown &&
    a.shownBecause === b.shownBecause &&
    a.presence === b.presence &&
    a.nextPresence === b.nextPresence &&
    a.work === b.work &&
    a.device === b.device &&
    a.obstacle === b.obstacle &&
    a.callId === b.callId &&
    a.until === b.until
  );
}
