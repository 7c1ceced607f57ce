import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { WordedError } from '../../telephony/worded.ts';
import { isErrno, startedAtTick } from '../platform/running-process.ts';

const holder = z.object({ pid: z.number(), startedAtTick: z.string(), url: z.string() });
type Holder = z.infer<typeof holder>;

/**
 * Makes this process the only one that works in the data folder, by a file that names it. What a killed process left
 * is told by its process id and start together, and replaced.
 *
 * @returns lets go of it
 * @throws WordedError `already_running`, saying who holds it
 */
export async function holdDataFolder(dataDir: string, url: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'dzvin.pid');
  const us: Holder = { pid: process.pid, startedAtTick: startedAtTick(process.pid) ?? '', url };
  while (!(await claim(file, us))) {
    const found = await readHolder(file);
    if (found !== null && startedAtTick(found.pid) === found.startedAtTick) throw alreadyRunning(dataDir, found);
    await setAside(file, found);
  }
  return () => rm(file, { force: true });
}

/** @returns false when the file is there already */
async function claim(file: string, us: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(us), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Null when it is gone meanwhile, or was cut short by a full disk or a power cut. */
async function readHolder(file: string): Promise<Holder | null> {
  const text = await readText(file);
  try {
    return holder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Moved first and looked at again: of two that start together only one may remove what both found stale. */
async function setAside(file: string, stale: Holder | null): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await readHolder(aside);
  const isStale = moved === null || moved.startedAtTick === stale?.startedAtTick;
  await (isStale ? rm(aside) : rename(aside, file));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return '';
    throw error;
  }
}

function alreadyRunning(dataDir: string, { pid, url }: Holder): WordedError<'already_running'> {
  return new WordedError('already_running', {
    uk: `Дзвін уже працює з каталогом даних ${dataDir}: процес ${pid}, адреса ${url}. Зупиніть його (kill ${pid}) або вкажіть інший каталог змінною DATA_DIR.`,
    en: `Dzvin is running already with the data folder ${dataDir}: process ${pid}, address ${url}. Stop it (kill ${pid}), or choose another folder with the variable DATA_DIR.`,
  });
}
