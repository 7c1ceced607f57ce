import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { runProgram } from './run-program.ts';

/** Where a Chromium is: `CHROMIUM_PATH`, or the first of the usual names on the path. Undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return isProgram(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(isProgram);
}

/**
 * Finds Chromium, or as root installs Debian's. The tests need a browser and fonts with Cyrillic letters; a machine where
 * neither can be had gets an error that says what to do.
 */
export async function installChromium(): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}: not a program`);
  if (process.getuid?.() !== 0) {
    throw new Error(
      'The tests need Chromium. Install it (as root: apt-get install chromium), or name one in the variable CHROMIUM_PATH.',
    );
  }
  console.log('Installing Chromium from the packages of this machine (about 110 MB, half a minute)…');
  const apt = (...args: string[]) =>
    runProgram('apt-get', ['-q', '-y', '-o', 'Dpkg::Use-Pty=0', ...args], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      limitSeconds: 600,
    });
  const packages = ['chromium', 'fonts-dejavu-core'];
  const isDone = (await apt('update')) === 0 && (await apt('install', '--no-install-recommends', ...packages)) === 0;
  const installed = findChromium();
  if (isDone && installed !== undefined) return installed;
  throw new Error('Chromium could not be installed: apt-get says why above. Install it by hand, or set CHROMIUM_PATH.');
}

/** A headless Chromium that talks to nobody but the pages it is given. Close it when done. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed; npm test does that');
  return chromium.launch({ executablePath, args: flags });
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
