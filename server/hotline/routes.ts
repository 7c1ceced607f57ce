import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { valid } from '../platform/valid.ts';
import { lineDraft } from './contract.ts';
import { selectLines } from './queries.ts';
import { changeLine, createLine, removeLine, type SaveLineDeps } from './save-line.ts';

const lineKey = z.object({ lineId: z.uuid() });

/** `/api/hotline`, behind sign-in. */
export function hotlineRoutes(deps: SaveLineDeps) {
  return new Hono<Signed>()
    .get('/lines', guard('lines.view'), async (c) => c.json({ rows: await selectLines(deps.database) }))
    .post('/lines', guard('lines.edit'), valid('json', lineDraft), async (c) =>
      c.json(await createLine(c.var.person, c.req.valid('json'), deps), 201),
    )
    .put('/lines/:lineId', guard('lines.edit'), valid('param', lineKey), valid('json', lineDraft), async (c) =>
      c.json(await changeLine(c.var.person, { ...c.req.valid('param'), draft: c.req.valid('json') }, deps)),
    )
    .delete('/lines/:lineId', guard('lines.edit'), valid('param', lineKey), async (c) => {
      await removeLine(c.var.person, c.req.valid('param').lineId, deps);
      return c.body(null, 204);
    });
}
export type HotlineApi = ReturnType<typeof hotlineRoutes>;
