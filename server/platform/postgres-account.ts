import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, realpath, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isErrno } from './running-process.ts';

/** The account a server process runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` and `nogroup` on Debian and its relatives. */
const NOBODY: Account = { uid: 65534, gid: 65534 };

/** Where root's cluster goes when `nobody` cannot reach the data folder, /root for example. */
const REACHABLE_FOLDER = '/var/lib/dzvin';

/** PostgreSQL refuses to run as root; then it runs as `nobody`. Null: as ourselves. */
export function postgresAccount(): Account | null {
  return process.getuid?.() === 0 ? NOBODY : null;
}

export function ourAccount(): Account {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
}

/**
 * Makes `folder` one the account owns and can reach. The folder it lies in is ours: it is opened for passing through,
 * not for reading. Where one above that is closed, `folder` becomes a symlink to a place that is open, so that removing
 * the data folder still means a fresh start.
 *
 * @returns the real path
 */
export async function prepareFolder(folder: string, account: Account | null): Promise<string> {
  await mkdir(dirname(folder), { recursive: true });
  const existing = await realpathOrNull(folder);
  const real = existing ?? (await createFolder(folder, account));
  if (account) await chown(real, account.uid, account.gid);
  return real;
}

async function createFolder(folder: string, account: Account | null): Promise<string> {
  const parent = await realpath(dirname(folder));
  if (account === null || (await isReachable(dirname(parent), account))) {
    if (account) await letPass(parent);
    await mkdir(folder, { mode: 0o700 });
    return join(parent, basename(folder));
  }
  const target = join(REACHABLE_FOLDER, randomBytes(6).toString('hex'));
  await mkdir(REACHABLE_FOLDER, { recursive: true });
  await letPass(REACHABLE_FOLDER);
  await mkdir(target, { mode: 0o700 });
  await symlink(target, folder);
  return target;
}

/** Whatever the process's umask is. */
export async function letPass(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  await chmod(folder, (mode & 0o777) | 0o011);
}

/** Whether the account may pass through `folder` and everything above it. */
export async function isReachable(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const passBit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & passBit) === 0) return false;
  return folder === dirname(folder) || isReachable(dirname(folder), account);
}

async function realpathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}
