import type { InstalledAsterisk } from '../install-asterisk.ts';

/** Everything the configuration of our own Asterisk depends on. */
export interface AsteriskSetup {
  readonly installed: Pick<InstalledAsterisk, 'root'>;
  /** Asterisk's own folder: configuration, spool, logs, database. Made when missing. */
  readonly home: string;
  readonly sipPort: number;
  /** ARI, and the WebSocket of browser phones (`/ws`). */
  readonly ariPort: number;
  readonly rtpPorts: { readonly first: number; readonly last: number };
  readonly ariUser: string;
  readonly ariPassword: string;
  /** Where calls from outside come from and go to. Left out: a demonstration trunk on 127.0.0.2. */
  readonly trunk?: { readonly match: string; readonly contact: string };
  /** The machine's other addresses, announced to browsers as loopback. See `rtp.conf`. */
  readonly otherAddresses: readonly string[];
  /** Write a call record per call (`log/cdr-csv/Master.csv`). */
  readonly callRecords: boolean;
  /** Text added to the end of a file, by file name: further endpoints, queues, extensions. */
  readonly additions?: Readonly<Record<string, string>>;
  /** Further modules to load, such as `app_queue`. */
  readonly moreModules?: readonly string[];
}

/** The name of the Stasis application: what the dialplan calls and what the server registers. */
export const stasisApplication = 'dzvin';

/** Everything listens here; a machine with phones on the network uses a PBX of its own. */
export const loopback = '127.0.0.1';

/** The trunk of the demonstration: an address of its own, since PJSIP tells endpoints apart by address first. */
export const demonstrationTrunk = (sipPort: number) => ({ match: '127.0.0.2/32', contact: `sip:127.0.0.2:${sipPort}` });
