import { randomBytes } from 'node:crypto';
import { chown, mkdir, realpath, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/**
 * Makes `folder` one the account owns and can reach. Where a folder above is closed to it, `folder` becomes a
 * symlink to a place that is open, so that removing the data folder still means a fresh start.
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
  if (account === null || (await isReachable(parent, account))) {
    await mkdir(folder, { mode: 0o700 });
    return join(parent, folder.slice(dirname(folder).length + 1));
  }
  const target = join(REACHABLE_FOLDER, randomBytes(6).toString('hex'));
  await mkdir(REACHABLE_FOLDER, { recursive: true, mode: 0o755 });
  await mkdir(target, { mode: 0o700 });
  await symlink(target, folder);
  return target;
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
