import { expect, test } from 'vitest';
import { findDebianArchive, parseDeb822, parseOneLineList } from './apt-sources.ts';

const debian12 = `Types: deb
# the line above is how the official image ships it
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`;

test('the main archive of a deb822 file is the one that is not security', () => {
  expect(findDebianArchive(parseDeb822(debian12))).toEqual({
    uri: 'http://mirror.example/debian',
    suites: ['bookworm', 'bookworm-updates'],
    components: ['main'],
    signedBy: '/usr/share/keyrings/debian-archive-keyring.gpg',
  });
});

test.each([
  ['a disabled paragraph is left out', 'Enabled: no\nTypes: deb\nURIs: http://a/d\nSuites: trixie\nComponents: main'],
  ['a paragraph of source packages is left out', 'Types: deb-src\nURIs: http://a/d\nSuites: trixie\nComponents: main'],
  ['a vendor suite is not Debian', 'Types: deb\nURIs: http://a/node\nSuites: nodistro\nComponents: main'],
  ['an archive without main is of no use', 'Types: deb\nURIs: http://a/d\nSuites: trixie\nComponents: contrib'],
])('%s', (_rule, text) => {
  expect(findDebianArchive(parseDeb822(text))).toBeUndefined();
});

test('folded fields, a mirror list and a key written into the file are understood', () => {
  const text = `Types: deb deb-src
URIs: mirror+file:/etc/apt/mirrors/debian.list
Suites: trixie
 trixie-updates
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 -----END PGP PUBLIC KEY BLOCK-----`;
  expect(findDebianArchive(parseDeb822(text))).toEqual({
    uri: 'mirror+file:/etc/apt/mirrors/debian.list',
    suites: ['trixie', 'trixie-updates'],
    components: ['main'],
    signedBy: null,
  });
});

test('the one-line style is read with and without options', () => {
  const text = `# deb http://old.example/debian bookworm main
deb-src http://mirror.example/debian trixie main
deb [arch=amd64 signed-by=/usr/share/keyrings/k.gpg] http://mirror.example/debian trixie main contrib # ours
deb http://mirror.example/debian-security trixie-security main`;
  expect(parseOneLineList(text).map(({ suites }) => suites[0])).toEqual(['trixie', 'trixie-security']);
  expect(findDebianArchive(parseOneLineList(text))).toMatchObject({
    components: ['main', 'contrib'],
    signedBy: '/usr/share/keyrings/k.gpg',
  });
});
