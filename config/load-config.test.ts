import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, loadConfig } from './load-config.ts';
import { variableNames, variables } from './variables.ts';

const exampleEnv = readFileSync(new URL('example.env', import.meta.url), 'utf8');

function mistakesOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes.map(({ en }) => en);
    throw error;
  }
}

test('an empty environment is a whole product on this machine alone', () => {
  expect(loadConfig({})).toMatchObject({
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:8080',
    databaseUrl: null,
    isDemoWanted: true,
    cdrPlaces: ['/var/log/asterisk'],
    pbx: { kind: 'private', sipPort: 5060, ariPort: 8088, rtpStart: 20_000, rtpEnd: 20_999 },
  });
});

test('the three ARI variables take the place of the private PBX', () => {
  const { pbx } = loadConfig({ ARI_URL: 'http://10.0.0.5:8088/', ARI_USER: 'dzvin', ARI_PASSWORD: 'bell' });
  expect(pbx).toEqual({
    kind: 'own',
    ariUrl: 'http://10.0.0.5:8088',
    ariUser: 'dzvin',
    ariPassword: 'bell',
    sipPort: 5060,
  });
});

test.each([
  [{ HOST: '0.0.0.0' }, 'http://localhost:8080'],
  [{ HOST: '::1', PORT: '80' }, 'http://[::1]:80'],
  [{ PUBLIC_URL: 'https://crm.example.com/' }, 'https://crm.example.com'],
])('%o is reached at %s', (environment, publicUrl) => {
  expect(loadConfig(environment).publicUrl).toBe(publicUrl);
});

test('a variable set to nothing counts as not set', () => {
  expect(loadConfig({ PORT: ' ', ARI_URL: '' })).toMatchObject({ port: 8080, pbx: { kind: 'private' } });
});

test('the first administrator is both an address and a password', () => {
  const both = { DZVIN_ADMIN_EMAIL: 'first@crm.example', DZVIN_ADMIN_PASSWORD: 'long enough' };
  expect(loadConfig(both).firstAdministrator).toEqual({ email: 'first@crm.example', password: 'long enough' });
  expect(loadConfig({}).firstAdministrator).toBeNull();
  expect(mistakesOf({ DZVIN_ADMIN_EMAIL: 'first@crm.example' })).toEqual([
    'DZVIN_ADMIN_PASSWORD is not set: the first administrator needs both an e-mail address and a password.',
  ]);
  expect(mistakesOf({ ...both, DZVIN_ADMIN_PASSWORD: 'short' })).toEqual([
    'DZVIN_ADMIN_PASSWORD does not fit: it must be a password of 10 to 200 characters.',
  ]);
});

test('all mistakes are told at once, each with the mend', () => {
  expect(mistakesOf({ PORT: '80800', DEMO: 'yes', LOG_LEVEL: 'loud', ARI_USER: 'dzvin', RTP_END: '100' })).toEqual([
    'PORT=80800 does not fit: it must be a port number from 1 to 65535.',
    'DEMO=yes does not fit: it must be 1 or 0.',
    'LOG_LEVEL=loud does not fit: it must be one of fatal, error, warn, info, debug, trace, silent.',
    'ARI_URL is not set but ARI_USER is: your own PBX needs all three, the built-in one none.',
    'ARI_PASSWORD is not set but ARI_USER is: your own PBX needs all three, the built-in one none.',
    'RTP_END=100 is not above RTP_START=20000: give a range of ports, two for each call.',
  ]);
});

test.each([
  [{ SIP_PORT: '8088' }, 'ARI_PORT has the same port as SIP_PORT=8088: give each its own.'],
  [{ RTP_START: '30000' }, 'RTP_END=20999 is not above RTP_START=30000: give a range of ports, two for each call.'],
  [{ HOST: 'not a host' }, 'HOST=not a host does not fit'],
  [{ PUBLIC_URL: 'crm.example.com' }, 'PUBLIC_URL=crm.example.com does not fit'],
  [{ ARI_URL: 'http://a:b@pbx', ARI_USER: 'a', ARI_PASSWORD: 'b' }, 'without a name and password in it'],
])('%o is refused', (environment, words) => {
  expect(mistakesOf(environment)).toEqual([expect.stringContaining(words)]);
});

test.each([{ DZVIN_KEY: 'tell-nobody' }, { DATABASE_URL: 'mysql://root:tell-nobody@db' }])(
  'a secret that does not fit is not repeated',
  (environment) => {
    const [mistake] = mistakesOf(environment);
    expect(mistake).toContain(`${Object.keys(environment)[0]} does not fit`);
    expect(mistake).not.toContain('tell-nobody');
  },
);

test('example.env names every variable, and no other', () => {
  const named = [...exampleEnv.matchAll(/^#([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.toSorted()).toEqual(variableNames.toSorted());
});

test('the values of example.env are the defaults, or fit', () => {
  const shown = Object.fromEntries(
    [...exampleEnv.matchAll(/^#([A-Z_]+)=(.+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  expect(variables.parse(shown)).toMatchObject(variables.parse({}));
});
