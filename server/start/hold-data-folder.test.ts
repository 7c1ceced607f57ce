import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdDataFolder } from './hold-data-folder.ts';

const url = 'http://127.0.0.1:8080';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dzvin-data-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a second start is told who holds the folder and what to do', async () => {
  await holdDataFolder(folder, url);
  await expect(holdDataFolder(folder, url)).rejects.toMatchObject({
    code: 'already_running',
    en: expect.stringMatching(new RegExp(`process ${process.pid}, address ${url}.*DATA_DIR`)),
  });
});

test('what was let go of can be held again', async () => {
  const letGo = await holdDataFolder(folder, url);
  await letGo();
  await expect(holdDataFolder(folder, url)).resolves.toBeTypeOf('function');
});

test.each([
  ['a killed process', JSON.stringify({ pid: 2 ** 22 + 1, startedAtTick: '1', url })],
  ['a former process whose id another one has now', JSON.stringify({ pid: process.pid, startedAtTick: '1', url })],
  ['a power cut', '{"pid":'],
])('a file left by %s is replaced', async (_whose, text) => {
  await writeFile(join(folder, 'dzvin.pid'), text);
  await holdDataFolder(folder, url);
  expect(JSON.parse(await readFile(join(folder, 'dzvin.pid'), 'utf8'))).toMatchObject({ pid: process.pid });
  expect(await readdir(folder)).toEqual(['dzvin.pid']);
});
