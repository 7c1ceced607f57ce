/** `npm run build`: what `npm start` does when the sources are newer, for a machine that only runs the result. */
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from './build-when-stale.ts';
import { openTerminal } from './terminal.ts';
import { wordStartFailure } from './word-start-failure.ts';

const terminal = openTerminal(process.env, process.stdout);
try {
  await buildWhenStale(fileURLToPath(new URL('../..', import.meta.url)), terminal);
} catch (error) {
  terminal.say(wordStartFailure(error).words);
  process.exitCode = 1;
}
