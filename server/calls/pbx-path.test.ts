import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPbxPath } from './check-pbx-path.ts';
import { holdsPassword } from './pbx-path.ts';

const folder = await mkdtemp(join(tmpdir(), 'dzvin-cdr-'));
const outside = await mkdtemp(join(tmpdir(), 'dzvin-out-'));
await writeFile(join(folder, 'Master.csv'), '"","101","0501234567"\n');
await writeFile(join(folder, 'nothing.csv'), '');
await writeFile(join(outside, 'secret'), 'not for loading');
await symlink(join(outside, 'secret'), join(folder, 'link.csv'));

test.each([
  ['a file of an allowed folder shows its first record', join(folder, 'Master.csv'), 'readable'],
  ['the folder itself shows that of its first file', folder, 'readable'],
  ['a file: address is a path', `file://${folder}/Master.csv`, 'readable'],
  ['an empty file says so', join(folder, 'nothing.csv'), 'empty'],
  ['a file that is not there', join(folder, 'gone.csv'), 'not_there'],
  ['a file of another folder', '/etc/passwd', 'place_not_allowed'],
  ['a path that climbs out', `${folder}/../../etc/passwd`, 'place_not_allowed'],
  ['a link that leads out', join(folder, 'link.csv'), 'place_not_allowed'],
  ['a machine nobody allowed', 'https://other.test/calls', 'place_not_allowed'],
  ['a database that is away', 'mysql://127.0.0.1:1/cdr', 'unreachable'],
  ['a password in the address', 'mysql://cdr:secret@127.0.0.1/cdr', 'holds_password'],
  ['a scheme nobody reads', 'ftp://x/y', 'scheme_unknown'],
  ['the built-in generator', 'sim:', 'readable'],
])('%s (R-142, D-17)', async (_rule, path, finding) => {
  expect(await checkPbxPath(path, { cdrPlaces: [folder, '127.0.0.1'] })).toMatchObject({ finding });
});

test('a user name alone is no secret', () => {
  expect(holdsPassword('mysql://cdr@db/cdr')).toBe(false);
});
