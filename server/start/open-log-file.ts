import { rename, stat } from 'node:fs/promises';
import { destination } from 'pino';
import type { Config } from '../../config/load-config.ts';
import { type Log, openLog } from '../platform/log.ts';
import { isErrno } from '../platform/running-process.ts';

/** A log larger than that is put aside at a start; the one before it goes. */
const LARGEST_LOG_BYTES = 10 * 1024 * 1024;

/** The log where the configuration wants it. */
export async function openLogFile({ logFile, logLevel }: Pick<Config, 'logFile' | 'logLevel'>): Promise<Log> {
  if (logFile === null) return openLog(logLevel);
  await setLargeAside(logFile);
  // Written at once: what was logged right before a crash is what one looks for.
  return openLog(logLevel, destination({ dest: logFile, mkdir: true, sync: true }));
}

async function setLargeAside(file: string): Promise<void> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_LOG_BYTES) await rename(file, `${file}.1`);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
  }
}
