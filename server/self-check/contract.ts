/** One thing the self-check looked at. The same list is the page, `npm run doctor` and `GET /api/self-check`. */
export interface CheckView {
  readonly check: 'asterisk_version' | 'ari' | 'trunk' | 'phones' | 'database' | 'clock' | 'disk' | 'ledger';
  readonly state: 'good' | 'warning' | 'bad' | 'unknown';
  /** Code and facts; the console and the command word them in Ukrainian and English. */
  readonly finding: string;
  readonly facts: Readonly<Record<string, string | number>>;
}
/* GET /api/self-check → { checkedAt: string, checks: CheckView[] } */
