import type { SessionView } from '../../../server/access/contract.ts';
import { deeds } from '../../../server/access/contract.ts';
import { type CallParameters, callParameters } from '../../../server/calls/contract.ts';
import type { SelfCheckView } from '../../../server/self-check/contract.ts';
import {
  call,
  calls,
  client,
  clients,
  employees,
  enterprises,
  history,
  historyRules,
  ids,
  lines,
  openedAt,
  people,
  taskStatuses,
  userStatuses,
} from '../cast.ts';

/** The four states every screen is looked at in. */
export const screenStates = ['full', 'empty', 'error', 'loading'] as const;
export type ScreenState = (typeof screenStates)[number];

export const session: SessionView = {
  personId: ids.oksana,
  name: 'Оксана Мельник',
  email: 'oksana@dzvin.example',
  role: 'administrator',
  deeds,
  extension: '101',
  usesStatuses: true,
  openCardOnCall: true,
  language: 'uk',
};

const parameters: CallParameters = callParameters.parse({});
const selfCheck: SelfCheckView = {
  checkedAt: new Date(openedAt).toISOString(),
  checks: [
    { check: 'asterisk_version', state: 'good', finding: 'version_good', facts: { version: '22.5.2' } },
    { check: 'ari', state: 'good', finding: 'ari_answers', facts: { url: 'http://127.0.0.1:8088', ms: 3 } },
    { check: 'trunk', state: 'bad', finding: 'trunk_missing', facts: { endpoint: 'trunk' } },
    { check: 'phones', state: 'warning', finding: 'phones_none_registered', facts: { people: 8 } },
    { check: 'database', state: 'good', finding: 'database_good', facts: { version: '18.0', ms: 1 } },
    { check: 'clock', state: 'unknown', finding: 'clock_unknown', facts: {} },
    { check: 'disk', state: 'good', finding: 'disk_good', facts: { freeGb: 210, percent: 71 } },
    { check: 'ledger', state: 'good', finding: 'ledger_written', facts: {} },
  ],
};

/** What the server of the stage answers to a GET, first pattern that fits. */
const full: readonly (readonly [RegExp, unknown])[] = [
  [/^\/api\/tasks\/people/, { rows: [{ personId: ids.oksana, personName: 'Оксана Мельник' }] }],
  [/^\/api\/(tasks|events)(\?|$)/, { rows: [], after: null }],
  [/^\/api\/calls\/[^?]+$/, call],
  [/^\/api\/calls/, { rows: calls, after: null }],
  [/^\/api\/clients\/[^?]+$/, client],
  [/^\/api\/clients/, { rows: clients, after: null }],
  [/user-statuses/, { rows: userStatuses }],
  [/task-statuses/, { rows: taskStatuses }],
  [/^\/api\/people\/[^/]+\/phone/, { server: '10.0.0.5', port: 5060, user: '101', secret: 'kR7-wq2-Zp9' }],
  [/^\/api\/people/, { rows: people }],
  [/^\/api\/hotline\/lines/, { rows: lines }],
  [/^\/api\/employees/, { rows: employees }],
  [/^\/api\/enterprises/, { rows: enterprises }],
  [
    /^\/api\/units/,
    {
      isCentralised: false,
      rows: enterprises.map(({ enterpriseId: unitId, code, name }) => ({ unitId, code, name, depth: 0 })),
    },
  ],
  [/^\/api\/parameters\/calls\/preview/, { calls: 214, keptOut: 31, examples: [{ number: '101', calls: 19 }] }],
  [/^\/api\/projects/, { rows: [{ projectId: ids.project, name: 'Впровадження обліку 2026' }] }],
  [/^\/api\/parameters\/calls/, parameters],
  [/^\/api\/history\/rules/, { rules: historyRules }],
  [/^\/api\/history/, { rows: history, after: null }],
  [/^\/api\/self-check/, selfCheck],
];

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A `fetch` that answers from the cast. `refuse` words a «no» for a write; `asked` keeps every write. */
export function stageFetch(state: ScreenState, asked: Asked[] = [], refuse?: (write: Asked) => Response | undefined) {
  return async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = String(input);
    const method = init.method ?? 'GET';
    if (path === '/api/session') return json(session);
    if (method !== 'GET') {
      const write = { method, path, body: init.body ? JSON.parse(String(init.body)) : null };
      asked.push(write);
      return refuse?.(write) ?? json({ ...client, ...write.body, revision: 1 });
    }
    if (path.includes('user-statuses') && state !== 'loading') return json({ rows: userStatuses });
    if (state === 'loading') return new Promise(() => undefined);
    if (state === 'error') return json({ code: 'database_unreachable', details: {} }, 503);
    const body = full.find(([pattern]) => pattern.test(path))?.[1];
    if (state === 'empty' && typeof body === 'object' && body && 'rows' in body) return json({ rows: [], after: null });
    return body === undefined ? json({ code: 'not_found', details: {} }, 404) : json(body);
  };
}
