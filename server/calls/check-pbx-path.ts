import { open, readdir, realpath, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { PbxPathView } from './contract.ts';
import { holdsPassword, isPlaceAllowed, parsePbxPath } from './pbx-path.ts';

export interface PlacesDeps {
  /** Folders and machines the configuration allows (D-17). */
  readonly cdrPlaces: readonly string[];
}

const LIMIT_MS = 10_000;
const MOST_BYTES = 16 * 1024;
const MOST_SHOWN = 300;

/** Reads the first record from where the path leads and shows it; loads and keeps nothing (D-17). */
export async function checkPbxPath(text: string, { cdrPlaces }: PlacesDeps): Promise<PbxPathView> {
  if (holdsPassword(text)) return { finding: 'holds_password', answer: '' };
  const source = parsePbxPath(text);
  if (source === null) return { finding: 'scheme_unknown', answer: '' };
  if (!isPlaceAllowed(source, cdrPlaces)) return { finding: 'place_not_allowed', answer: cdrPlaces.join(', ') };
  if (source.kind === 'sim') return { finding: 'readable', answer: 'sim' };
  if (source.kind === 'file') return checkFile(source.path, cdrPlaces);
  return source.kind === 'https' ? checkPage(source.url) : checkDatabase(source);
}

async function checkFile(path: string, places: readonly string[]): Promise<PbxPathView> {
  try {
    // A link inside an allowed folder may lead out of it.
    const real = await realpath(path);
    const folders = await Promise.all(places.map((place) => realpath(place).catch(() => place)));
    if (!isPlaceAllowed({ kind: 'file', path: real }, folders)) return { finding: 'place_not_allowed', answer: real };
    const file = (await stat(real)).isDirectory() ? await firstCsv(real) : real;
    if (file === null) return { finding: 'empty', answer: '' };
    return foundIn(await firstLine(file));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { finding: isMissing ? 'not_there' : 'not_readable', answer: wordsOf(error) };
  }
}

async function firstCsv(folder: string): Promise<string | null> {
  const [name] = (await readdir(folder)).filter((file) => /\.csv$/i.test(file)).sort();
  return name === undefined ? null : join(folder, name);
}

async function firstLine(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
    return buffer.subarray(0, bytesRead).toString('utf8').split(/\r?\n/)[0] ?? '';
  } finally {
    await handle.close();
  }
}

async function checkPage(url: URL): Promise<PbxPathView> {
  try {
    // A redirect could lead to a machine that is not allowed.
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(LIMIT_MS) });
    if (!answer.ok) return { finding: 'refused', answer: `${answer.status} ${answer.statusText}` };
    return foundIn(await beginningOf(answer));
  } catch (error) {
    return { finding: 'unreachable', answer: wordsOf(error) };
  }
}

async function beginningOf(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const part = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(part?.value?.subarray(0, MOST_BYTES));
}

/** A MySQL server names itself before it is asked anything; that much is checked. */
function checkDatabase({ host, port }: { host: string; port: number }): Promise<PbxPathView> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: LIMIT_MS });
    const finish = (view: PbxPathView) => {
      socket.destroy();
      done(view);
    };
    socket.once('timeout', () => finish({ finding: 'unreachable', answer: 'timeout' }));
    socket.once('error', (error) => finish({ finding: 'unreachable', answer: wordsOf(error) }));
    socket.once('data', (greeting) =>
      finish(foundIn(`MySQL ${greeting.subarray(5).toString('latin1').split('\0')[0]}`)),
    );
  });
}

function foundIn(record: string): PbxPathView {
  const shown = record
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MOST_SHOWN);
  return shown === '' ? { finding: 'empty', answer: '' } : { finding: 'readable', answer: shown };
}

function wordsOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message.slice(0, MOST_SHOWN) : String(cause);
}
