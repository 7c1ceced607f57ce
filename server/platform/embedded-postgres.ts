import { existsSync } from 'node:fs';
import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Cluster,
  type ClusterOptions,
  EmbeddedPostgresError,
  failure,
  launch,
  prepareCluster,
  readPidFile,
  SUPERUSER,
  socketFolderOf,
} from './postgres-cluster.ts';
import { commandLineOf, isRunning, signalProcess, waitForEnd } from './running-process.ts';
import { waitUntil } from './wait-until.ts';

export { EmbeddedPostgresError };

export interface EmbeddedPostgres {
  /** Of the database `postgres`; for `openDatabase`. */
  readonly url: string;
  readonly pid: number;
  /** True when a server of an earlier start was still running and was taken over. */
  readonly wasAdopted: boolean;
  /** Ends sessions and writes everything out; up to a few seconds. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

/**
 * Starts PostgreSQL from the binaries in node_modules, on a unix socket only, in a session of its own: a killed
 * product leaves it running, and the next start adopts it. One that runs with other arguments is replaced.
 *
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: ClusterOptions): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(options);
  const command = serverCommand(cluster);
  const adopted = await adopt(cluster, command);
  const pid = adopted ?? (await start(cluster, command));
  return {
    url: urlOf(cluster.socketFolder),
    pid,
    wasAdopted: adopted !== null,
    stop: () => stopServer(pid),
  };
}

/**
 * The address of the server that runs in `folder`, for a command beside the running product; nothing is started.
 *
 * @returns null when none is ready there
 */
export async function findEmbeddedPostgres(folder: string): Promise<string | null> {
  if (!existsSync(folder)) return null;
  const real = await realpath(folder);
  const pidFile = await readPidFile({ dataFolder: join(real, 'data') });
  const isReady = pidFile?.status === 'ready' && isRunning(pidFile.pid);
  return isReady ? urlOf(socketFolderOf(real)) : null;
}

function urlOf(socketFolder: string): string {
  return `postgres://${SUPERUSER}@localhost/postgres?host=${encodeURIComponent(socketFolder)}`;
}

function serverCommand({ binaries, dataFolder, socketFolder, isDurable }: Cluster): readonly string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return [join(binaries, 'bin/postgres'), '-D', dataFolder, ...flags];
}

/** @returns the process id of a server that runs this cluster with this very command, else null and none is running */
async function adopt(cluster: Cluster, command: readonly string[]): Promise<number | null> {
  const pidFile = await readPidFile(cluster);
  if (pidFile === null) return null;
  const running = commandLineOf(pidFile.pid);
  const isOurs = running.includes(cluster.dataFolder) && isRunning(pidFile.pid);
  if (isOurs && running.join('\0') === command.join('\0') && (await becameReady(cluster, pidFile.pid))) {
    return pidFile.pid;
  }
  if (isOurs) await stopServer(pidFile.pid);
  // Left by a killed server. PostgreSQL would take whoever has that process id now for its owner.
  await rm(join(cluster.dataFolder, 'postmaster.pid'), { force: true });
  await rm(join(cluster.socketFolder, '.s.PGSQL.5432.lock'), { force: true });
  return null;
}

async function start(cluster: Cluster, [program = '', ...args]: readonly string[]): Promise<number> {
  const server = await launch(cluster, program, args);
  const pid = server.pid;
  if (pid === undefined || !(await becameReady(cluster, pid))) {
    if (pid !== undefined) await stopServer(pid);
    throw await failure(cluster, 'PostgreSQL did not start');
  }
  server.unref(); // it outlives us when we are killed
  return pid;
}

async function becameReady(cluster: Cluster, pid: number): Promise<boolean> {
  const answer = await waitUntil(
    async () => {
      if (!isRunning(pid)) return 'ended';
      const pidFile = await readPidFile(cluster);
      return pidFile?.pid === pid && pidFile.status === 'ready' ? 'ready' : null;
    },
    { limitMs: START_LIMIT_MS },
  );
  return answer === 'ready';
}

/** @throws EmbeddedPostgresError when it does not end even when told to drop everything */
async function stopServer(pid: number): Promise<void> {
  signalProcess(pid, 'SIGINT');
  if (await waitForEnd(pid, STOP_LIMIT_MS)) return;
  signalProcess(pid, 'SIGQUIT');
  if (await waitForEnd(pid, STOP_LIMIT_MS)) return;
  throw new EmbeddedPostgresError(`PostgreSQL (process ${pid}) does not end: end it by hand with kill -9 ${pid}`);
}
