/**
 * From the caller's INVITE to the INVITE at a phone: Dzvin beside plain `Dial()` and `app_queue`, in one run, taking turns.
 *
 *     npm run bench -- [--json] [--rates 1,10,50] [--rounds 3] [--peers dial,app_queue,dzvin,dzvin-preferring]
 *
 * Every call is a real SIP call on loopback: SIPp calls, SIPp answers, Asterisk is between. SIPp's own loop adds about a
 * millisecond to each delay, the same for every peer.
 */
import { parseArgs } from 'node:util';
import { installAsterisk, installSipp } from '../../telephony/asterisk/index.ts';
import { startDialPeer, startQueuePeer } from './asterisk-peers.ts';
import { startBenchFirm } from './dzvin-peers.ts';
import { measureCalls, type Peer, type Turn } from './measure-calls.ts';
import { percentile, rounded } from './percentile.ts';

/** One line of the result. Delays in milliseconds, CPU in milliseconds per call; `cpuAppMs` is null where nothing runs beside Asterisk. */
interface RingDelayRow {
  readonly peer: string;
  readonly rate: number;
  readonly calls: number;
  readonly failed: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly cpuAsteriskMs: number;
  readonly cpuAppMs: number | null;
}

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rates: { type: 'string', default: '1,10,50' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'string', default: 'dial,app_queue,dzvin,dzvin-preferring' },
  },
});

/** Long enough for a tail to show, short enough for turns to be close together. */
const callsPerTurn = (rate: number) => Math.max(12, rate * 6);

async function main(): Promise<void> {
  const rates = options.rates.split(',').map(Number);
  const wanted = new Set(options.peers.split(','));
  const { peers, stop } = await startPeers(wanted);
  try {
    const turns = await takeTurns(peers, rates);
    for (const row of rows(peers, rates, turns)) print(row);
  } finally {
    await stop();
  }
}

interface StartedPeers {
  readonly peers: readonly Peer[];
  stop(): Promise<void>;
}

async function startPeers(wanted: ReadonlySet<string>): Promise<StartedPeers> {
  const [sipp, installed] = [await installSipp(), await installAsterisk('22')];
  const peers: Peer[] = [];
  const stops: (() => Promise<void>)[] = [];
  const add = (peer: Peer) => {
    peers.push(peer);
    stops.push(peer.stop);
  };
  const stop = async () => {
    for (const stopOne of stops) await stopOne();
  };
  try {
    if (wanted.has('dial')) add(await startDialPeer(sipp, installed, 12_000));
    if (wanted.has('app_queue')) add(await startQueuePeer(sipp, installed, 13_000));
    if (wanted.has('dzvin') || wanted.has('dzvin-preferring')) {
      const firm = await startBenchFirm(sipp);
      stops.push(firm.stop);
      for (const peer of [firm.plain, firm.preferring]) if (wanted.has(peer.name)) add(peer);
    }
    return { peers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Turns = ReadonlyMap<string, readonly Turn[]>;
const key = (peer: Peer, rate: number) => `${peer.name} ${rate}`;

/** Round by round, rate by rate, each peer once: whatever else the machine does then hits all of them alike. */
async function takeTurns(peers: readonly Peer[], rates: readonly number[]): Promise<Turns> {
  const sipp = await installSipp();
  const turns = new Map<string, Turn[]>();
  let firstCaller = 1;
  for (let round = 1; round <= Number(options.rounds); round += 1) {
    for (const rate of rates) {
      for (const peer of inTurn(peers, round)) {
        const calls = callsPerTurn(rate);
        console.error(`round ${round}: ${peer.name} at ${rate} calls/s`);
        const turn = await measureCalls(peer, { perSecond: rate, calls, firstCaller }, sipp);
        firstCaller += calls;
        turns.set(key(peer, rate), [...(turns.get(key(peer, rate)) ?? []), turn]);
      }
    }
  }
  return turns;
}

/** Another one begins each round, so that none is always first or always after the same one. */
function inTurn(peers: readonly Peer[], round: number): Peer[] {
  const start = round % peers.length;
  return [...peers.slice(start), ...peers.slice(0, start)];
}

/** Percentiles of all turns together; CPU as the sum over the turns by the sum of the calls. */
function rows(peers: readonly Peer[], rates: readonly number[], turns: Turns): RingDelayRow[] {
  return rates.flatMap((rate) => peers.map((peer) => rowOf(peer.name, rate, turns.get(key(peer, rate)) ?? [])));
}

function rowOf(peer: string, rate: number, turns: readonly Turn[]): RingDelayRow {
  const sum = (of: (turn: Turn) => number) => turns.reduce((total, turn) => total + of(turn), 0);
  const calls = sum((turn) => turn.calls);
  const delays = turns.flatMap((turn) => turn.delays);
  const hasApp = turns.some((turn) => turn.cpuAppMs !== null);
  return {
    peer,
    rate,
    calls,
    failed: sum((turn) => turn.failed),
    p50: rounded(percentile(delays, 0.5)),
    p90: rounded(percentile(delays, 0.9)),
    p99: rounded(percentile(delays, 0.99)),
    cpuAsteriskMs: rounded(sum((turn) => turn.cpuAsteriskMs) / calls),
    cpuAppMs: hasApp ? rounded(sum((turn) => turn.cpuAppMs ?? 0) / calls) : null,
  };
}

function print(row: RingDelayRow): void {
  console.log(options.json ? JSON.stringify(row) : inWords(row));
}

function inWords(row: RingDelayRow): string {
  const { peer, rate, calls, failed, p50, p90, p99, cpuAsteriskMs, cpuAppMs } = row;
  const delays = [p50, p90, p99].map((ms) => ms.toFixed(1).padStart(7)).join('');
  const cpu = `${cpuAsteriskMs.toFixed(1).padStart(6)} ${cpuAppMs === null ? '     –' : cpuAppMs.toFixed(1).padStart(6)}`;
  return `${peer.padEnd(17)} ${rate}/s ${calls} calls ${failed} failed  p50 p90 p99 ${delays} ms  CPU Asterisk, app ${cpu} ms/call`;
}

await main();
