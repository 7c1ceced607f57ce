import { join } from 'node:path';
import { type Config, loadConfig } from '../../config/load-config.ts';
import type { RunningServer } from '../main.ts';
import { migrate } from '../platform/migrate.ts';
import { openSecrets, readOrCreateKey } from '../platform/secrets.ts';
import { holdDataFolder } from './hold-data-folder.ts';
import { openLogFile } from './open-log-file.ts';
import { requireFreePort } from './require-free-port.ts';
import { showStep } from './show-step.ts';
import { startDatabase } from './start-database.ts';
import { startTelephony } from './start-telephony.ts';
import type { Terminal } from './terminal.ts';

export interface RunningProduct {
  readonly config: Config;
  readonly server: RunningServer;
  /** Ends all of it, last started first. */
  stop(): Promise<void>;
}

export interface ProductPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Built pages of the console. */
  readonly consoleFolder: string;
  readonly migrationsFolder: string;
}

/**
 * Starts everything: database, telephony, server. What was started is stopped again when a later part does not start.
 *
 * @throws ConfigError, WordedError and others; `wordStartFailure` words them
 */
export async function startProduct(places: ProductPlaces, terminal: Terminal): Promise<RunningProduct> {
  const config = loadConfig(places.environment);
  const stops: (() => Promise<void>)[] = [];
  const stop = () => stopAll(stops.splice(0).toReversed());
  try {
    const server = await startParts(config, { places, terminal, onStarted: (stopOne) => stops.push(stopOne) });
    return { config, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One that does not stop keeps no other from stopping; all that went wrong is told at the end. */
async function stopAll(stops: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const stopOne of stops) await stopOne().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, 'not everything stopped in order');
}

interface StartDeps {
  readonly places: ProductPlaces;
  readonly terminal: Terminal;
  /** Takes what ends a part, as soon as the part runs. */
  onStarted(stop: () => Promise<void>): void;
}

async function startParts(config: Config, { places, terminal, onStarted }: StartDeps): Promise<RunningServer> {
  onStarted(await holdDataFolder(config.dataDir, config.publicUrl));
  await requireFreePort(config);
  const log = await openLogFile(config);
  const secrets = openSecrets(config.secretKey ?? (await readOrCreateKey(join(config.dataDir, 'key'))));

  const [{ database, url: databaseUrl }, pbx, { runServer }] = await allOrNone(
    async () => {
      const started = await showStep(terminal, steps.database, () => startDatabase(config, log));
      onStarted(started.stop);
      return started;
    },
    async () => {
      const started = await showStep(terminal, steps.telephony, (progress) =>
        startTelephony(config, { secrets, log, progress }),
      );
      onStarted(started.stop);
      return started.pbx;
    },
    () => import('../main.ts'), // hundreds of files, read while the others start
  );
  await showStep(terminal, steps.migrations, () => migrate(database, places.migrationsFolder));
  const deps = { database, databaseUrl, secrets, pbx, log, consoleFolder: places.consoleFolder };
  const server = await showStep(terminal, steps.server, () => runServer(config, deps));
  onStarted(server.stop);
  return server;
}

/** Side by side. When one fails, waits until the others are through, so that they are stopped with the rest. */
async function allOrNone<First, Second, Third>(
  first: () => Promise<First>,
  second: () => Promise<Second>,
  third: () => Promise<Third>,
): Promise<[First, Second, Third]> {
  const all = [first(), second(), third()] as const;
  await Promise.allSettled(all);
  return Promise.all(all);
}

const steps = {
  database: { uk: 'База даних', en: 'Database' },
  telephony: { uk: 'Телефонія', en: 'Telephony' },
  migrations: { uk: 'Оновлення бази даних', en: 'Upgrading the database' },
  server: { uk: 'Сервер', en: 'Server' },
} as const;
