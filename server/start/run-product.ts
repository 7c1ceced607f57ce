import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import closeWithGrace from 'close-with-grace';
import { loadEnvFile } from './load-env-file.ts';
import { startProduct } from './start-product.ts';
import { openTerminal } from './terminal.ts';
import { wordWelcome } from './welcome.ts';
import { wordStartFailure } from './word-start-failure.ts';

/** Longer than the parts need to end in order: open requests, calls' last entries, PostgreSQL's check point. */
const STOP_LIMIT_MS = 60_000;
/** Ctrl-C under npm arrives twice, from the terminal and from npm. A person's second one comes later. */
const SAME_SIGNAL_MS = 1_000;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Starts the product and keeps it running until Ctrl-C, SIGTERM or a fault; a second Ctrl-C ends it at once. Sets the
 * exit code; throws nothing.
 */
export async function runProduct(projectFolder: string): Promise<void> {
  const terminal = openTerminal(process.env, process.stdout);
  loadEnvFile(projectFolder);
  process.umask(0o077); // what is written is about clients and calls: for our account only
  const places = {
    environment: process.env,
    consoleFolder: join(projectFolder, 'dist/console'),
    migrationsFolder: MIGRATIONS,
  };
  const starting = startProduct(places, terminal);
  const stop = async (error: unknown) => {
    if (error !== undefined) terminal.say(wordStartFailure(error).words);
    terminal.say({ uk: 'Дзвін зупиняється…', en: 'Dzvin is stopping…' });
    // A signal during the start: what runs by then is stopped when the start is through, so nothing is left behind.
    const product = await starting.catch(() => null);
    await product?.stop();
    terminal.say({ uk: 'Дзвін зупинено.', en: 'Dzvin has stopped.' });
  };
  const grace = closeWithGrace({ delay: STOP_LIMIT_MS, skip: [...STOP_SIGNALS] }, ({ err }) => stop(err));
  const stopListening = onStopSignal(grace.close);
  try {
    const { config, server } = await starting;
    terminal.say(wordWelcome({ url: config.publicUrl, demonstration: server.demonstration }));
  } catch (error) {
    grace.uninstall();
    stopListening();
    const { words, exitCode } = wordStartFailure(error);
    terminal.say(words);
    process.exitCode = exitCode;
  }
}

/** @returns ends listening */
function onStopSignal(stop: () => void): () => void {
  let firstAt: number | null = null;
  const listener = () => {
    if (firstAt === null) {
      firstAt = performance.now();
      stop();
    } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
      process.exit(1);
    }
  };
  for (const signal of STOP_SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, listener);
  };
}
