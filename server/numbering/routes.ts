import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { valid } from '../platform/valid.ts';
import { numberedDocuments, numberRule, numberSample } from './contract.ts';
import { type NumberingDeps, readNumbering, sampleOf, saveRule } from './save-rule.ts';

const ruleKey = z.object({ document: z.enum(numberedDocuments) });

/** `/api/numbering`, behind sign-in (R-100…R-102). */
export function numberingRoutes(deps: NumberingDeps) {
  return new Hono<Signed>()
    .get('/', guard('directories.view'), async (c) => c.json(await readNumbering(deps, new Date())))
    .put('/:document', guard('directories.edit'), valid('param', ruleKey), valid('json', numberRule), async (c) => {
      await saveRule(c.req.valid('param').document, c.req.valid('json'), deps);
      return c.body(null, 204);
    })
    .post('/sample', guard('directories.view'), valid('json', numberSample), async (c) => {
      const { document, rule } = c.req.valid('json');
      const sample = await sampleOf(deps.database, { document, rule, timeZone: deps.timeZone(), now: new Date() });
      return c.json({ sample });
    });
}
export type NumberingApi = ReturnType<typeof numberingRoutes>;
