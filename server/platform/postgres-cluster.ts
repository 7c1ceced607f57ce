import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, ourAccount, postgresAccount, prepareFolder } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { isErrno } from './running-process.ts';

export interface ClusterOptions {
  /** Made when missing. Holds the cluster in `data`, the socket, and `server.log`. */
  readonly folder: string;
  /** False for tests: nothing survives a power cut, everything is faster. */
  readonly isDurable?: boolean;
  /** Told what takes longer, in words for the terminal. */
  readonly onProgress?: (words: string) => void;
}

export interface Cluster {
  readonly folder: string;
  readonly dataFolder: string;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly binaries: string;
  readonly account: Account | null;
  readonly isDurable: boolean;
}

/** PostgreSQL did not start. The message holds the end of its own log and what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

export const SUPERUSER = 'dzvin';
/** Linux takes 107 bytes for a socket's path; the file in the folder is called `.s.PGSQL.5432.lock` at most. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432.lock'.length;

/**
 * Makes everything PostgreSQL needs to start in `folder`: reachable binaries, the account's folder, the cluster itself.
 *
 * @throws EmbeddedPostgresError
 */
export async function prepareCluster({ folder, isDurable = true, onProgress }: ClusterOptions): Promise<Cluster> {
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
  const { uid, gid } = account ?? ourAccount();
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  // Anybody may make a folder in /tmp, and could have made this one first.
  const found = await lstat(socketFolder);
  const isOurs = found.isDirectory() && [uid, ourAccount().uid].includes(found.uid) && (found.mode & 0o077) === 0;
  if (!isOurs) throw new EmbeddedPostgresError(`${socketFolder} was made by somebody else: remove it`);
  await chown(socketFolder, uid, gid);
  return socketFolder;
}

/** In the folder itself when its path is short enough. */
export function socketFolderOf(folder: string): string {
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
    '--no-instructions',
    ...(cluster.isDurable ? [] : ['--no-sync']),
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

/** Starts one of its programs in a session of its own; what it says goes to the log, which begins anew. */
export async function launch(cluster: Cluster, program: string, args: readonly string[]): Promise<ChildProcess> {
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

/** With the end of the log, which says why. */
export async function failure(cluster: Cluster, what: string): Promise<EmbeddedPostgresError> {
  const log = (await readIfThere(cluster.logFile)) ?? '';
  const tail = log.trim().split('\n').slice(-8).join('\n  ');
  return new EmbeddedPostgresError(`${what}. Its log, ${cluster.logFile}, ends with:\n  ${tail}`);
}

/** What PostgreSQL tells of itself while it runs: `status` is `starting`, `ready` or `stopping`. */
export async function readPidFile({
  dataFolder,
}: Pick<Cluster, 'dataFolder'>): Promise<{ pid: number; status: string } | null> {
  const lines = (await readIfThere(join(dataFolder, 'postmaster.pid')))?.split('\n');
  return lines ? { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' } : null;
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}
