import type { PrivateProgram } from '../../telephony/asterisk/index.ts';
import { type Phones, placeCalls, type SipServer } from '../harness/sipp.ts';
import type { CallRecord, RingRecord } from '../harness/sipp-log.ts';
import { processCpuMs } from './process-cpu.ts';

/** Something that takes a call from the trunk to one of its phones. */
export interface Peer {
  readonly name: string;
  readonly server: SipServer;
  readonly dialled: string;
  readonly phones: Phones;
  readonly asteriskPid: number;
  /** The process beside Asterisk that decides; null when Asterisk does everything itself. */
  readonly appPid: number | null;
  stop(): Promise<void>;
}

/** What one turn of one peer gave. Delays are from the caller's INVITE to the first INVITE at a phone, in milliseconds. */
export interface Turn {
  readonly calls: number;
  readonly failed: number;
  readonly delays: readonly number[];
  readonly cpuAsteriskMs: number;
  readonly cpuAppMs: number | null;
}

export interface Load {
  readonly perSecond: number;
  readonly calls: number;
  /** Every call of a whole run has a number of its own: that is how both ends of it are matched. */
  readonly firstCaller: number;
}

/** Places the calls, waits for their ends and reads the clocks of the processes before and after. */
export async function measureCalls(peer: Peer, load: Load, sipp: PrivateProgram): Promise<Turn> {
  const callers = Array.from({ length: load.calls }, (_, index) => callerNumber(load.firstCaller + index));
  const before = cpuOf(peer);
  const placed = await placeCalls(sipp, {
    server: peer.server,
    calls: callers.map((from) => ({ from, dialled: peer.dialled })),
    perSecond: load.perSecond,
    patienceMs: 20_000,
    stayMs: 20_000,
    limitSeconds: Math.ceil(load.calls / load.perSecond) + 30,
  });
  const records = await placed.done;
  const after = cpuOf(peer);
  const rings = firstRings(peer.phones.rings());
  return {
    calls: records.length,
    failed: load.calls - records.filter(isWhole).length,
    delays: records.flatMap(({ from, invitedAt }) => {
      const ring = rings.get(from);
      return ring === undefined ? [] : [ring.invitedAt - invitedAt];
    }),
    cpuAsteriskMs: after.asterisk - before.asterisk,
    cpuAppMs: after.app === null || before.app === null ? null : after.app - before.app,
  };
}

/** A number no operator has given out: nine digits after the 0, as people dial. */
const callerNumber = (index: number) => `050${String(index).padStart(7, '0')}`;

/** Answered, and ended by the phone, as the phones of the run do. Anything else a caller would call a failure. */
const isWhole = ({ answeredAt, endedBy }: CallRecord) => answeredAt !== null && endedBy === 'far_end';

function firstRings(rings: readonly RingRecord[]): Map<string, RingRecord> {
  const first = new Map<string, RingRecord>();
  for (const ring of rings) if (!first.has(nationalDigits(ring.from))) first.set(nationalDigits(ring.from), ring);
  return first;
}

/** A PBX may show the same number as 050…, 38050… or +38050…. */
const nationalDigits = (number: string) => `0${number.replace(/\D/g, '').slice(-9)}`;

function cpuOf({ asteriskPid, appPid }: Peer) {
  return { asterisk: processCpuMs(asteriskPid), app: appPid === null ? null : processCpuMs(appPid) };
}
