import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import type { Database } from '../platform/database.ts';
import { valid } from '../platform/valid.ts';
import { historyFilter, historyRulesDraft } from './contract.ts';
import { documentKinds } from './history-fields.ts';
import { listHistory } from './list-history.ts';
import { listRules, saveRules } from './save-rules.ts';

const rulesKey = z.object({ kind: z.enum(documentKinds) });

/** `/api/history`, behind sign-in. */
export function historyRoutes({ database }: { readonly database: Database }) {
  return new Hono<Signed>()
    .get('/', guard('history.view'), valid('query', historyFilter), async (c) =>
      c.json(await listHistory(database, c.req.valid('query'))),
    )
    .get('/rules', guard('history.view'), async (c) => c.json({ rules: await listRules(database) }))
    .put('/rules/:kind', guard('history.edit'), valid('param', rulesKey), valid('json', historyRulesDraft), async (c) =>
      c.json(await saveRules(c.var.person, { ...c.req.valid('param'), draft: c.req.valid('json') }, database)),
    );
}
export type HistoryApi = ReturnType<typeof historyRoutes>;
