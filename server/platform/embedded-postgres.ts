import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, postgresAccount, prepareFolder } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { commandLineOf, isErrno, isRunning, signalProcess, waitForEnd } from './running-process.ts';
import { waitUntil } from './wait-until.ts';

export interface EmbeddedPostgres {
  /** Of the database `postgres`; for `openDatabase`. */
  readonly url: string;
  readonly pid: number;
  /** True when a server of an earlier start was still running and was taken over. */
  readonly wasAdopted: boolean;
  /** Ends sessions and writes everything out; up to a few seconds. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made when missing. Holds the cluster in `data`, the socket, and `server.log`. */
  readonly folder: string;
  /** False for tests: nothing survives a power cut, everything is faster. */
  readonly isDurable?: boolean;
  /** Told what takes longer, in words for the terminal. */
  readonly onProgress?: (words: string) => void;
}

/** PostgreSQL did not start. The message holds the end of its own log and what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

interface Cluster {
  readonly folder: string;
  readonly dataFolder: string;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly binaries: string;
  readonly account: Account | null;
  readonly isDurable: boolean;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;
const SUPERUSER = 'dzvin';
/** Linux takes 107 bytes for a socket's path; the file in the folder is called `.s.PGSQL.5432.lock` at most. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432.lock'.length;

/**
 * Starts PostgreSQL from the binaries in node_modules, on a unix socket only, in a session of its own: a killed
 * product leaves it running, and the next start adopts it. One that runs with other arguments is replaced.
 *
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
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

async function prepareCluster({ folder, isDurable = true, onProgress }: EmbeddedPostgresOptions): Promise<Cluster> {
  const account = postgresAccount();
  const binaries = await postgresBinaries(account);
  const real = await prepareFolder(folder, account);
  const cluster: Cluster = {
    folder: real,
    dataFolder: join(real, 'data'),
    socketFolder: await prepareSocketFolder(real, account),
    logFile: join(real, 'server.log'),
    binaries,
    account,
    isDurable,
  };
  await requireSameMajor(cluster);
  if (!existsSync(cluster.dataFolder)) {
    onProgress?.('Creating the database cluster');
    await createCluster(cluster);
  }
  return cluster;
}

/** Whoever reaches the socket is a superuser, so its folder is closed to everybody but the account. */
async function prepareSocketFolder(folder: string, account: Account | null): Promise<string> {
  const socketFolder = socketFolderOf(folder);
  if (socketFolder === folder) return folder;
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  // Fails when somebody else made it first, and that is right: they could read along.
  await chown(socketFolder, account?.uid ?? process.getuid?.() ?? -1, account?.gid ?? process.getgid?.() ?? -1);
  return socketFolder;
}

function socketFolderOf(folder: string): string {
  if (Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER) return folder;
  return `/tmp/dzvin-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
}

/** Made beside and renamed, so that an interrupted one is made again. The locale sorts і, ї, є and ґ where they belong. */
async function createCluster(cluster: Cluster): Promise<void> {
  const unfinished = `${cluster.dataFolder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const initdb = await launch(cluster, join(cluster.binaries, 'bin/initdb'), [
    ...['--pgdata', unfinished, '--username', SUPERUSER, '--auth', 'trust', '--encoding', 'UTF8'],
    ...['--locale', 'C.UTF-8', '--locale-provider', 'icu', '--icu-locale', 'uk'],
    ...['--no-instructions', '--no-sync'],
  ]);
  const [code] = await once(initdb, 'exit');
  if (code !== 0) throw await failure(cluster, 'The database cluster could not be created');
  await rename(unfinished, cluster.dataFolder);
}

async function requireSameMajor({ dataFolder, binaries }: Cluster): Promise<void> {
  const inData = (await readIfThere(join(dataFolder, 'PG_VERSION')))?.trim();
  const catalogue = await readIfThere(join(binaries, 'share/postgresql/postgres.bki'));
  const inBinaries = /^# PostgreSQL (\d+)/.exec(catalogue ?? '')?.[1];
  if (inData === undefined || inBinaries === undefined || inData === inBinaries) return;
  throw new EmbeddedPostgresError(
    `${dataFolder} was written by PostgreSQL ${inData}, installed is ${inBinaries}: ` +
      'install the release of Dzvin that wrote it, make a backup there and restore it with this one',
  );
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

/** Its own log goes to a file that begins anew with each start. */
async function launch(cluster: Cluster, program: string, args: readonly string[]): Promise<ChildProcess> {
  const log = await open(cluster.logFile, 'w', 0o600);
  const child = spawn(program, args, {
    cwd: cluster.folder,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    ...cluster.account,
  });
  await once(child, 'spawn');
  await log.close();
  return child;
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

async function readPidFile({
  dataFolder,
}: Pick<Cluster, 'dataFolder'>): Promise<{ pid: number; status: string } | null> {
  const lines = (await readIfThere(join(dataFolder, 'postmaster.pid')))?.split('\n');
  return lines ? { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' } : null;
}

async function failure(cluster: Cluster, what: string): Promise<EmbeddedPostgresError> {
  const log = (await readIfThere(cluster.logFile)) ?? '';
  const tail = log.trim().split('\n').slice(-8).join('\n  ');
  return new EmbeddedPostgresError(`${what}. Its log, ${cluster.logFile}, ends with:\n  ${tail}`);
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}
