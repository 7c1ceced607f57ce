/**
 * `npm run doctor`: the self-check of the console for the terminal, with the product running or not. Ends with 1 when
 * something does not work.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, loadConfig } from '../../config/load-config.ts';
import { openDatabase } from '../platform/database.ts';
import { openSecrets, readOrCreateKey } from '../platform/secrets.ts';
import { type CheckView, checkNames, wordFinding } from '../self-check/contract.ts';
import { lookAround } from '../self-check/index.ts';
import { loadEnvFile } from './load-env-file.ts';
import { findDatabaseUrl } from './start-database.ts';
import { pbxAccess } from './start-telephony.ts';
import { openTerminal } from './terminal.ts';
import { wordStartFailure } from './word-start-failure.ts';

const terminal = openTerminal(process.env, process.stdout);
const signs = { good: '✓', warning: '!', bad: '✗', unknown: '?' } as const;

async function examine(): Promise<readonly CheckView[]> {
  loadEnvFile(fileURLToPath(new URL('../..', import.meta.url)));
  const config = loadConfig(process.env);
  const secrets = openSecrets(config.secretKey ?? (await readOrCreateKey(join(config.dataDir, 'key'))));
  const url = await findDatabaseUrl(config);
  const database = url === null ? null : openDatabase(url, { maxConnections: 2, applicationName: 'dzvin doctor' });
  try {
    const bytesWaiting = await spooledBytes(config);
    const { dataDir } = config;
    const pbx = pbxAccess(config, secrets);
    return (await lookAround({ pbx, sql: database, dataDir, ledgerBytesWaiting: () => bytesWaiting })).checks;
  } finally {
    await database?.end({ timeout: 1 });
  }
}

/** What a product that runs, or ran, has left on disk for the database. */
async function spooledBytes({ dataDir }: Config): Promise<number> {
  return (await stat(join(dataDir, 'ledger-spool.jsonl')).catch(() => null))?.size ?? 0;
}

try {
  const checks = await examine();
  for (const check of checks) {
    const { uk, en } = wordFinding(check);
    const name = checkNames[check.check];
    const sign = signs[check.state];
    terminal.say({ uk: `${sign} ${name.uk}: ${uk}`, en: `${sign} ${name.en}: ${en}` });
  }
  process.exitCode = checks.some(({ state }) => state === 'bad') ? 1 : 0;
} catch (error) {
  const { words, exitCode } = wordStartFailure(error);
  terminal.say(words);
  process.exitCode = exitCode;
}
