import type { PbxInspection } from '../../telephony/ari/index.ts';
import type { Check, CheckView, Finding } from './contract.ts';

/** What was seen, before it is judged. A part that could not be looked at is an error in words. */
export interface Seen {
  readonly pbxUrl: string;
  readonly pbx: PbxInspection | { readonly failure: PbxFailure; readonly text: string };
  readonly trunkEndpoint: string;
  /** SIP numbers of active people. */
  readonly extensions: readonly string[];
  readonly database:
    | { readonly version: string; readonly answerMs: number; readonly aheadMs: number }
    | { readonly text: string };
  readonly disk:
    | { readonly folder: string; readonly freeBytes: number; readonly totalBytes: number }
    | { readonly text: string };
  /** Bytes of the ledger that wait for the database. */
  readonly ledgerBytesWaiting: number;
}

export const pbxFailures = ['wrong_password', 'pbx_absent', 'not_ari', 'too_old', 'connection_failed'] as const;
export type PbxFailure = (typeof pbxFailures)[number];

const gigabyte = 1024 ** 3;
const slowDatabaseMs = 200;
const clockToleranceMs = 2_000;
const wrongClockMs = 60_000;
const lowDiskBytes = 5 * gigabyte;
const fullDiskBytes = gigabyte;

/** Judges all that was seen; always the same checks in the same order, so that a missing one is noticed. */
export function judge(seen: Seen): CheckView[] {
  return [
    judgeVersion(seen),
    judgeAri(seen),
    judgeTrunk(seen),
    judgePhones(seen),
    judgeDatabase(seen),
    judgeClock(seen),
    judgeDisk(seen),
    judgeLedger(seen),
  ];
}

type Verdict = [state: CheckView['state'], finding: Finding, facts?: CheckView['facts']];
const view = (check: Check, [state, finding, facts = {}]: Verdict): CheckView => ({ check, state, finding, facts });

function judgeVersion({ pbx }: Seen): CheckView {
  if ('failure' in pbx) return view('asterisk_version', ['unknown', 'version_unknown']);
  const { version, transport } = pbx;
  if (transport === 'too_old') return view('asterisk_version', ['bad', 'version_too_old', { version }]);
  if (transport === 'ari-client') return view('asterisk_version', ['warning', 'version_slow_transport', { version }]);
  return view('asterisk_version', ['good', 'version_good', { version }]);
}

const findingOfFailure: Record<PbxFailure, Finding> = {
  wrong_password: 'ari_wrong_password',
  pbx_absent: 'ari_absent',
  not_ari: 'ari_not_asterisk',
  too_old: 'ari_failed',
  connection_failed: 'ari_failed',
};

function judgeAri({ pbx, pbxUrl: url }: Seen): CheckView {
  if ('failure' in pbx) return view('ari', ['bad', findingOfFailure[pbx.failure], { url, text: pbx.text }]);
  return view('ari', ['good', 'ari_answers', { url, ms: Math.round(pbx.answerMs) }]);
}

/** A trunk known by its address alone registers nowhere, so its state is not told: that it is there has to be enough. */
function judgeTrunk({ pbx, trunkEndpoint: endpoint }: Seen): CheckView {
  if ('failure' in pbx) return view('trunk', ['unknown', 'trunk_unknown']);
  const trunk = pbx.endpoints.find((known) => known.endpoint === endpoint);
  if (!trunk) return view('trunk', ['bad', 'trunk_missing', { endpoint }]);
  if (trunk.state === 'offline') return view('trunk', ['warning', 'trunk_offline', { endpoint }]);
  return view('trunk', ['good', 'trunk_there', { endpoint }]);
}

function judgePhones({ pbx, extensions }: Seen): CheckView {
  if ('failure' in pbx) return view('phones', ['unknown', 'phones_unknown']);
  const people = extensions.length;
  if (people === 0) return view('phones', ['warning', 'phones_nobody_has_number']);
  const stateOf = new Map(pbx.endpoints.map(({ endpoint, state }) => [endpoint, state]));
  const missing = extensions.filter((extension) => !stateOf.has(extension));
  if (missing[0] !== undefined) {
    return view('phones', ['bad', 'phones_missing_on_pbx', { missing: missing.length, first: missing[0] }]);
  }
  const isRegistered = (extension: string) =>
    [extension, `${extension}-web`].some((name) => stateOf.get(name) === 'online');
  const registered = extensions.filter(isRegistered).length;
  if (registered === 0) return view('phones', ['warning', 'phones_none_registered', { people }]);
  return view('phones', ['good', 'phones_registered', { registered, people }]);
}

function judgeDatabase({ database }: Seen): CheckView {
  if ('text' in database) return view('database', ['bad', 'database_unreachable', { text: database.text }]);
  const ms = Math.round(database.answerMs);
  if (ms > slowDatabaseMs) return view('database', ['warning', 'database_slow', { ms }]);
  return view('database', ['good', 'database_good', { version: database.version, ms }]);
}

function judgeClock({ pbx, database }: Seen): CheckView {
  const differences = [
    'failure' in pbx ? null : pbx.clockAheadMs,
    'text' in database ? null : database.aheadMs,
  ].flatMap((ms) => (ms === null ? [] : [Math.abs(ms)]));
  if (differences.length === 0) return view('clock', ['unknown', 'clock_unknown']);
  const worst = Math.max(...differences);
  const facts = { seconds: Math.round(worst / 1000) };
  if (worst <= clockToleranceMs) return view('clock', ['good', 'clock_good', facts]);
  return view('clock', [worst > wrongClockMs ? 'bad' : 'warning', 'clock_differs', facts]);
}

function judgeDisk({ disk }: Seen): CheckView {
  if ('text' in disk) return view('disk', ['unknown', 'disk_unknown', { text: disk.text }]);
  const { freeBytes, totalBytes, folder } = disk;
  const freeGb = Math.round((freeBytes / gigabyte) * 10) / 10;
  const facts = { freeGb, percent: Math.round((100 * freeBytes) / totalBytes), folder };
  if (freeBytes < fullDiskBytes) return view('disk', ['bad', 'disk_full', facts]);
  if (freeBytes < lowDiskBytes) return view('disk', ['warning', 'disk_low', facts]);
  return view('disk', ['good', 'disk_good', facts]);
}

function judgeLedger({ ledgerBytesWaiting: bytes }: Seen): CheckView {
  return view('ledger', bytes > 0 ? ['warning', 'ledger_waiting', { bytes }] : ['good', 'ledger_written']);
}
