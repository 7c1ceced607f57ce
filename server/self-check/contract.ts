/** One thing the self-check looked at. The same list is the page, `npm run doctor` and `GET /api/self-check`. */
export interface CheckView {
  readonly check: Check;
  readonly state: 'good' | 'warning' | 'bad' | 'unknown';
  /** What was found; the console and the command word it with its facts, and the mend with it. */
  readonly finding: Finding;
  readonly facts: Readonly<Record<string, string | number>>;
}

export const checks = ['asterisk_version', 'ari', 'trunk', 'phones', 'database', 'clock', 'disk', 'ledger'] as const;
export type Check = (typeof checks)[number];

/** Every finding with the facts it carries. */
export const findings = [
  /** version */
  'version_good',
  /** version: works, but with the slower transport of servers before REST over WebSocket */
  'version_slow_transport',
  /** version: older than 16 */
  'version_too_old',
  'version_unknown',
  /** url, ms */
  'ari_answers',
  /** url */
  'ari_wrong_password',
  /** url */
  'ari_absent',
  /** url */
  'ari_not_asterisk',
  /** url, text */
  'ari_failed',
  /** endpoint */
  'trunk_there',
  /** endpoint: it is known, but the other side does not answer */
  'trunk_offline',
  /** endpoint */
  'trunk_missing',
  'trunk_unknown',
  /** registered, people */
  'phones_registered',
  /** people: none of them has a phone registered */
  'phones_none_registered',
  /** people with a SIP number: none */
  'phones_nobody_has_number',
  /** people whose number the PBX does not know: missing, and the first of them: first */
  'phones_missing_on_pbx',
  'phones_unknown',
  /** version, ms */
  'database_good',
  /** ms */
  'database_slow',
  /** text */
  'database_unreachable',
  /** seconds: the largest difference between this machine, the database and the PBX */
  'clock_good',
  'clock_differs',
  'clock_unknown',
  /** freeGb, percent, folder */
  'disk_good',
  'disk_low',
  'disk_full',
  /** text */
  'disk_unknown',
  'ledger_written',
  /** bytes that wait on disk for the database */
  'ledger_waiting',
] as const;
export type Finding = (typeof findings)[number];

/** `GET /api/self-check`, deed self_check.view. */
export interface SelfCheckView {
  readonly checkedAt: string;
  readonly checks: readonly CheckView[];
}

export { checkNames, wordFinding } from './word-finding.ts';
