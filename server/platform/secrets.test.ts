import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecrets, readOrCreateKey, SecretKeyError, SecretUnreadableError } from './secrets.ts';

const secrets = openSecrets('a'.repeat(64));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dzvin-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.each(['', 'пароль', 'x'.repeat(10_000)])('gives back what was stored', (plain) => {
  expect(secrets.decrypt(secrets.encrypt(plain))).toBe(plain);
});

test('the same secret is stored differently each time', () => {
  expect(secrets.encrypt('bell')).not.toBe(secrets.encrypt('bell'));
});

test.each([
  ['another key', openSecrets('b'.repeat(64)).encrypt('bell')],
  [
    'a changed letter',
    secrets
      .encrypt('bell')
      .replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
      .replace(/gcm1:./, 'gcm1:_'),
  ],
  ['a cut text', secrets.encrypt('bell').slice(0, 12)],
  ['something else', 'bell'],
])('%s is told apart from a secret', (_what, stored) => {
  expect(() => secrets.decrypt(stored)).toThrow(SecretUnreadableError);
});

test('what is derived stays the same, differs by purpose, and is not the key', () => {
  expect(secrets.derive('sign-in')).toBe(secrets.derive('sign-in'));
  expect(secrets.derive('sign-in')).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(['a'.repeat(64), secrets.derive('sign-in'), secrets.derive('ari')]).size).toBe(3);
});

test('the key file is made once and closed to others', async () => {
  const file = join(folder, 'deep', 'key');
  const [first, second] = await Promise.all([readOrCreateKey(file), readOrCreateKey(file)]);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(second).toBe(first);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a key file without a key is refused, never replaced', async () => {
  await writeFile(join(folder, 'key'), 'oops');
  await expect(readOrCreateKey(join(folder, 'key'))).rejects.toThrow(SecretKeyError);
});
