/**
 * `npm run dev`: PostgreSQL and Asterisk are started once and stay; the server starts again with each saved file, and
 * Vite brings changed pages into the open browser. The server sees both as if they were somebody else's.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../config/load-config.ts';
import { openLog } from '../platform/log.ts';
import { openSecrets, readOrCreateKey } from '../platform/secrets.ts';
import { loadEnvFile } from './load-env-file.ts';
import { startDatabase } from './start-database.ts';
import { startTelephony } from './start-telephony.ts';
import { openTerminal } from './terminal.ts';
import { wordStartFailure } from './word-start-failure.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const terminal = openTerminal(process.env, process.stdout);

async function develop(): Promise<void> {
  loadEnvFile(projectFolder);
  const config = loadConfig(process.env);
  const secrets = openSecrets(config.secretKey ?? (await readOrCreateKey(join(config.dataDir, 'key'))));
  const log = openLog('warn');
  const database = await startDatabase(config, log);
  const telephony = await startTelephony(config, {
    secrets,
    log,
    progress: ({ uk, en }) => terminal.say({ uk, en }),
  });
  const { ariUrl, ariUser, ariPassword } = telephony.pbx;
  const environment = {
    ...process.env,
    DATABASE_URL: database.url,
    ARI_URL: ariUrl,
    ARI_USER: ariUser,
    ARI_PASSWORD: ariPassword,
    LOG_FILE: process.env.LOG_FILE ?? '-',
    DZVIN_SERVER_URL: config.publicUrl,
  };
  const children = [
    run(['--import', 'tsx', '--watch-preserve-output', '--watch', 'server/start/dev-server.ts'], environment),
    run(['node_modules/vite/bin/vite.js', '--config', 'agent-ui/vite.config.ts'], environment),
  ];
  await stopSignal();
  await Promise.all(children.map(end));
  await telephony.stop();
  await database.stop();
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [...args], { cwd: projectFolder, env, stdio: 'inherit' });
}

/** Ctrl-C reaches the children from the terminal too; a second signal does no harm. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

try {
  await develop();
} catch (error) {
  terminal.say(wordStartFailure(error).words);
  process.exitCode = wordStartFailure(error).exitCode;
}
