import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config, PrivatePbx } from '../../config/load-config.ts';
import { installAsterisk, type RunningAsterisk, startAsterisk } from '../../telephony/asterisk/index.ts';
import type { Progress } from '../../telephony/worded.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';

/** How to reach the PBX, whosever it is. */
export interface PbxAccess {
  readonly ariUrl: string;
  readonly ariUser: string;
  readonly ariPassword: string;
  /** Where phones register. */
  readonly sipHost: string;
  readonly sipPort: number;
}

export interface StartedTelephony {
  readonly pbx: PbxAccess;
  /** Ends our own Asterisk with all its calls; leaves a PBX of the firm alone. */
  stop(): Promise<void>;
}

interface TelephonyDeps {
  readonly secrets: Secrets;
  readonly log: Log;
  readonly progress: Progress;
}

const RESTART_PAUSE_MS = 2_000;

/**
 * The firm's PBX as it is, or our own Asterisk: installed, configured, started, and started again when it dies. One that
 * outlived a killed server goes on with its calls.
 *
 * @throws WordedError
 */
export async function startTelephony(config: Config, deps: TelephonyDeps): Promise<StartedTelephony> {
  const { pbx, dataDir } = config;
  if (pbx.kind === 'own') return { pbx: pbxAccess(config, deps.secrets), stop: async () => {} };
  const access = pbxAccess(config, deps.secrets);
  const start = await preparedStart({ pbx, access, home: join(dataDir, 'asterisk') }, deps.progress);
  const keeper = new AsteriskKeeper(await start(), start, deps.log);
  return { pbx: access, stop: () => keeper.stop() };
}

/** The same at each start, and for a command that looks at a product that runs. */
export function pbxAccess({ pbx }: Pick<Config, 'pbx'>, secrets: Secrets): PbxAccess {
  return pbx.kind === 'own' ? accessToOwn(pbx) : accessToPrivate(pbx, secrets);
}

function accessToOwn({ ariUrl, ariUser, ariPassword, sipPort }: Extract<Config['pbx'], { kind: 'own' }>): PbxAccess {
  return { ariUrl, ariUser, ariPassword, sipHost: new URL(ariUrl).hostname, sipPort };
}

function accessToPrivate({ ariPort, sipPort }: PrivatePbx, secrets: Secrets): PbxAccess {
  return {
    ariUrl: `http://127.0.0.1:${ariPort}`,
    ariUser: 'dzvin',
    // The same at each start, so that the configuration is too and a running Asterisk is taken over.
    ariPassword: secrets.derive('ari'),
    sipHost: '127.0.0.1',
    sipPort,
  };
}

interface PrivateSetup {
  readonly pbx: PrivatePbx;
  readonly access: PbxAccess;
  readonly home: string;
}

async function preparedStart(setup: PrivateSetup, progress: Progress): Promise<() => Promise<RunningAsterisk>> {
  const installed = await installAsterisk('22', progress);
  const { pbx, access, home } = setup;
  const asterisk = {
    installed,
    home,
    sipPort: pbx.sipPort,
    ariPort: pbx.ariPort,
    rtpPorts: { first: pbx.rtpStart, last: pbx.rtpEnd },
    ariUser: access.ariUser,
    ariPassword: access.ariPassword,
  };
  return () => startAsterisk(asterisk, progress);
}

/** Starts Asterisk again whenever it ends without having been told to. */
class AsteriskKeeper {
  #asterisk: RunningAsterisk;
  #isStopping = false;
  readonly #start: () => Promise<RunningAsterisk>;
  readonly #log: Log;

  constructor(asterisk: RunningAsterisk, start: () => Promise<RunningAsterisk>, log: Log) {
    this.#asterisk = asterisk;
    this.#start = start;
    this.#log = log.child({ part: 'asterisk' });
    this.#log.info({ pid: asterisk.pid, wasRunning: asterisk.wasRunning }, 'asterisk runs');
    void this.#keep();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#asterisk.stop();
  }

  async #keep(): Promise<void> {
    for (;;) {
      await this.#asterisk.ended;
      if (this.#isStopping) return;
      this.#log.error({ pid: this.#asterisk.pid }, 'asterisk ended by itself, its calls are lost; starting it again');
      await this.#startAgain();
    }
  }

  async #startAgain(): Promise<void> {
    while (!this.#isStopping) {
      await pause(RESTART_PAUSE_MS, undefined, { ref: false });
      try {
        this.#asterisk = await this.#start();
        break;
      } catch (err) {
        this.#log.error({ err }, 'asterisk does not start; trying again');
      }
    }
    if (this.#isStopping) await this.#asterisk.stop(); // told to stop while it was starting
  }
}
