import { expect, test } from 'vitest';
import { type Deed, deeds, roleCodes } from './access/contract.ts';
import { deedsOf, may } from './access/index.ts';
import { apiDocument } from './api-document.ts';
import { wireRoutes } from './wire-app.ts';

/** Routes without a guard of their own, and what keeps them instead. */
const withoutDeed: Readonly<Record<string, string>> = {
  'GET /api/health': 'everybody: says only that the server runs',
  'GET /api/openapi.json': 'whoever is signed in: what routes there are is no secret',
  'POST /api/auth/sign-in/email': 'everybody: signs in',
  'POST /api/auth/second-step': 'everybody: the second step of signing in',
  'POST /api/auth/sign-out': 'everybody',
  'POST /api/auth/change-password': 'whoever is signed in, with the own password',
  'GET /api/session': 'whoever is signed in: about themselves',
  'GET /api/calls': 'the use case: all calls, or the own ones (calls.view_all, calls.view_own)',
  'GET /api/calls/{callId}': 'the use case: all calls, or the own ones',
  'PUT /api/calls/{callId}/note': 'the use case: all calls, or the own ones',
  'GET /api/presence/{personId}/log': 'the use case: the own log, or board.view',
};
/** Whatever stands under it is the signed-in person's own. */
const OWN_PATH = '/api/security';

interface Route {
  readonly name: string;
  readonly deed: Deed | null;
}

/** Wired with nothing behind: no handler runs here. */
const nothing: never = new Proxy(() => nothing, { get: () => nothing, apply: () => nothing }) as never;
const wiring = { config: { publicUrl: 'http://crm.example' }, hotline: nothing, sessions: nothing, news: nothing };
const deps = { database: nothing, secrets: nothing, log: nothing, pbx: nothing, consoleFolder: '/nowhere' };
const app = wireRoutes(wiring as never, deps as never);

const routes = Object.entries(apiDocument(app.routes).paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([verb, operation]): Route => {
    const deed = deeds.find((known) => known === operation['x-deed']) ?? null;
    return { name: `${verb.toUpperCase()} ${path}`, deed };
  }),
);

const isOwn = (name: string) => name.split(' ')[1]?.startsWith(OWN_PATH);

test('no route is without a right that somebody thought of (D-15)', () => {
  const unguarded = routes.filter(({ name, deed }) => deed === null && !isOwn(name)).map(({ name }) => name);
  expect(unguarded.toSorted()).toEqual(Object.keys(withoutDeed).toSorted());
});

/** After a change of routes or roles: `npx vitest run --project unit server/route-rights.test.ts -u`, and read what it changed. */
test('each role may ask exactly what the table says', async () => {
  const rows = routes
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(({ name, deed }) => [`\`${name}\``, deed ?? '–', ...roleCodes.map((role) => cell(role, deed))]);
  const table = [['Route', 'Right', ...roleCodes], ['---', '---', ...roleCodes.map(() => ':-:')], ...rows];
  await expect(`${heading}${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`).toMatchFileSnapshot(
    '../docs/route-rights.md',
  );
});

const heading = `# What each role may ask of the server

Made and checked by \`server/route-rights.test.ts\`: it fails when a route or a role differs from this table. «+» the server
answers, empty it refuses with 403, «·» the route asks for no right of its own: it is about the person who asks, or its use
case decides.

`;

function cell(role: (typeof roleCodes)[number], deed: Deed | null): string {
  if (deed === null) return '·';
  return may({ deeds: deedsOf(role) }, deed) ? '+' : '';
}
