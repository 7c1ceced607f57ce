/**
 * How long the hot line takes to decide, by number of people: from the caller's arrival to the effect that rings a phone,
 * and the whole call with everything it makes the engine write. The pure engine alone, no PBX, no database.
 *
 *     npx tsx test/bench/decision-time.ts [--json]
 */
import { parseArgs } from 'node:util';
import { createHotline, type Effect, type HotlineState, type Input, type Line, step } from '../../telephony/index.ts';
import { percentile, rounded } from './percentile.ts';

/** Microseconds. */
interface DecisionTimeRow {
  readonly bench: 'decision-time';
  readonly people: number;
  /** Share of the people who are free at each arrival. */
  readonly free: string;
  readonly calls: number;
  readonly arrivalP50: number;
  readonly arrivalP99: number;
  readonly wholeCallMean: number;
}

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const callsPerRow = 5_000;
const warmUpCalls = 2_000;

const line: Line = {
  lineId: 'line',
  name: 'Гаряча лінія',
  numbers: ['5000'],
  projectId: null,
  ringSeconds: 20,
  queueLimitSeconds: 300,
  maxWaiting: 50,
  musicClass: 'default',
  reserveAfterSeconds: null,
  prefersManager: false,
  prefersLastTalked: false,
  wrapUpSeconds: 0,
  priority: 0,
};

/** A clock of the bench's own: the engine reads none. */
let at = 0;

function feed(hotline: HotlineState, input: DistributiveOmit<Input, 'at'>): Effect[] {
  at += 1;
  return step(hotline, { ...input, at });
}
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** Everybody signed in, phone reachable, «Вільний»; of `busy` of them the phone is in use. */
function staffed(people: number, busy: number): HotlineState {
  const hotline = createHotline();
  feed(hotline, {
    kind: 'put_statuses',
    statuses: [{ code: 'free', acceptsHotline: true, acceptsDirect: 'yes' }],
  });
  feed(hotline, { kind: 'put_line', line });
  for (let index = 0; index < people; index += 1) feed(hotline, { kind: 'put_person', profile: profile(index) });
  feed(hotline, { kind: 'restored' });
  const devices = Array.from({ length: people }, (_, index) => ({
    endpoint: extension(index),
    state: index < busy ? ('in_use' as const) : ('reachable' as const),
  }));
  feed(hotline, { kind: 'pbx_connected', snapshot: { channels: [], bridges: [], devices } });
  for (let index = 0; index < people; index += 1) {
    const personId = `person-${index}`;
    feed(hotline, { kind: 'console_online', personId });
    feed(hotline, {
      kind: 'choose_presence',
      personId,
      status: 'free',
      source: 'self',
      byPersonId: personId,
      note: null,
    });
  }
  return hotline;
}

const extension = (index: number) => String(100_000 + index);
const profile = (index: number) => ({
  personId: `person-${index}`,
  name: `Оператор ${index}`,
  extension: extension(index),
  directNumber: null,
  projectId: null,
  usesStatuses: true,
  startsFree: false,
});

interface Timed {
  readonly arrivalUs: number;
  readonly wholeUs: number;
}

/** Arrives, rings, is answered, connected and ended by the caller. */
function oneCall(hotline: HotlineState, callId: string): Timed {
  const startedAt = performance.now();
  const effects = feed(hotline, {
    kind: 'signal',
    signal: {
      kind: 'arrived',
      channelId: callId,
      side: 'trunk',
      callerNumber: '0501234567',
      callerName: '',
      dialled: '5000',
      endpoint: null,
      arrivedAt: at,
    },
  });
  const decidedAt = performance.now();
  const legId = rungLeg(effects);
  feed(hotline, { kind: 'signal', signal: { kind: 'leg_ringing', channelId: legId } });
  feed(hotline, { kind: 'signal', signal: { kind: 'leg_answered', channelId: legId } });
  feed(hotline, { kind: 'signal', signal: { kind: 'connected', callId, legId } });
  feed(hotline, { kind: 'signal', signal: { kind: 'ended', channelId: callId, cause: 'hung_up' } });
  feed(hotline, { kind: 'signal', signal: { kind: 'ended', channelId: legId, cause: 'hung_up' } });
  return { arrivalUs: (decidedAt - startedAt) * 1000, wholeUs: (performance.now() - startedAt) * 1000 };
}

function rungLeg(effects: readonly Effect[]): string {
  for (const effect of effects) {
    if (effect.kind === 'pbx' && effect.command.kind === 'ring_phone') return effect.command.legId;
  }
  throw new Error('the call rang at nobody: the bench measures nothing');
}

function measure(people: number, busyShare: number): DecisionTimeRow {
  const busy = Math.floor(people * busyShare);
  const hotline = staffed(people, busy);
  for (let call = 0; call < warmUpCalls; call += 1) oneCall(hotline, `warm-${call}`);
  const timed = Array.from({ length: callsPerRow }, (_, call) => oneCall(hotline, `call-${call}`));
  const arrivals = timed.map(({ arrivalUs }) => arrivalUs);
  return {
    bench: 'decision-time',
    people,
    free: `${Math.round(100 * (1 - busy / people))} %`,
    calls: callsPerRow,
    arrivalP50: rounded(percentile(arrivals, 0.5)),
    arrivalP99: rounded(percentile(arrivals, 0.99)),
    wholeCallMean: rounded(timed.reduce((total, { wholeUs }) => total + wholeUs, 0) / timed.length),
  };
}

for (const people of [10, 100, 1_000, 10_000]) {
  for (const busyShare of [0, 0.9]) {
    const row = measure(people, busyShare);
    console.log(options.json ? JSON.stringify(row) : inWords(row));
  }
}

function inWords({ people, free, arrivalP50, arrivalP99, wholeCallMean }: DecisionTimeRow): string {
  const who = `${String(people).padStart(6)} people, ${free.padStart(5)} free`;
  return `decision-time ${who}: arrival p50 ${arrivalP50} p99 ${arrivalP99} µs, whole call ${wholeCallMean} µs`;
}
