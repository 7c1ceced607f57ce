import type { PopView } from '../../../server/calls/contract.ts';
import type { PersonStateView } from '../../../server/presence/contract.ts';
import { iryna, oksanaFree, oksanaTalking, openedAt, ringing, school } from '../cast.ts';
import type { StageLive } from './fake-live.ts';

interface Scene {
  readonly own?: Partial<PersonStateView>;
  readonly pops?: readonly PopView[];
  readonly wrapUp?: { readonly callId: string; readonly until: number };
  readonly isLost?: boolean;
}
const talking: PopView = { ...ringing, state: 'talking', talkingSince: openedAt - 42_000, clientId: iryna.clientId };
const longCompany = {
  ...iryna,
  clientId: '00000000-0000-4000-8000-000000000299',
  clientName:
    'Комунальне некомерційне підприємство «Центральна міська клінічна лікарня імені святого Пантелеймона» Житомирської міської ради',
};

/** What happens to the person while a screen is looked at. */
export const scenes = {
  idle: {},
  ringing: { own: { work: 'ringing', obstacle: 'ringing', since: openedAt - 6_000 }, pops: [ringing] },
  several: {
    own: { work: 'ringing' },
    pops: [{ ...ringing, matches: [iryna, school, { ...longCompany, level: 'suffix' }] }],
  },
  unknown: { own: { work: 'ringing' }, pops: [{ ...ringing, matches: [], reason: 'longest_idle' }] },
  withheld: {
    own: { work: 'ringing' },
    pops: [{ ...ringing, matches: [], callerNumber: null, callerText: '', region: null }],
  },
  long: { own: { work: 'ringing' }, pops: [{ ...ringing, matches: [longCompany], passedOnFrom: 'Петро Сич' }] },
  talking: { own: { ...oksanaTalking, nextPresence: 'break' }, pops: [talking] },
  wrap_up: {
    own: { work: 'wrap_up', shown: 'wrap_up', shownBecause: 'wrap_up', callId: 'call-1', until: openedAt + 24_000 },
    pops: [talking],
    wrapUp: { callId: 'call-1', until: openedAt + 24_000 },
  },
  missed: {
    own: { work: 'not_responding', shown: 'absent', shownBecause: 'not_answered', obstacle: 'not_responding' },
  },
  break: { own: { shown: 'break', presence: 'break', obstacle: 'status_refuses', since: openedAt - 1_100_000 } },
  lost: { isLost: true },
} as const satisfies Readonly<Record<string, Scene>>;
export type SceneName = keyof typeof scenes;

/** Plays a scene to the console. */
export function play(live: StageLive, name: SceneName): void {
  const { own = {}, pops = [], wrapUp, isLost = false }: Scene = scenes[name];
  live.say('desk.snapshot', { seq: 1, serverTime: Date.now(), pops, own: { ...oksanaFree, ...own } });
  if (wrapUp) live.say('call.withdrawn', { seq: 2, callId: wrapUp.callId, because: 'ended' });
  if (isLost) live.connect(false);
}
