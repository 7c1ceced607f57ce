/**
 * `npm start`: builds what has newer sources, then runs the built server in this very process, so that a signal and the
 * exit code need nobody in between. A machine without development packages runs `npm run build`'s result the same way.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhenStale } from './start/build-when-stale.ts';
import { loadEnvFile } from './start/load-env-file.ts';
import { openTerminal } from './start/terminal.ts';
import { wordStartFailure } from './start/word-start-failure.ts';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const terminal = openTerminal(process.env, process.stdout);

try {
  loadEnvFile();
  await buildWhenStale(projectFolder, terminal);
  const entry = pathToFileURL(join(projectFolder, 'dist/server/server/start/run-product.mjs'));
  const built: typeof import('./start/run-product.ts') = await import(entry.href);
  await built.runProduct(projectFolder, terminal);
} catch (error) {
  const { words, exitCode } = wordStartFailure(error);
  terminal.say(words);
  process.exitCode = exitCode;
}
