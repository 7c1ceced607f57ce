import { Hono } from 'hono';
import { guard, type Signed } from '../access/index.ts';
import type { Sql } from '../platform/database.ts';
import { selectProjectChoices } from './queries.ts';

/** `/api/projects`, behind sign-in: names only, so everybody may see them. */
export function projectRoutes({ sql }: { readonly sql: Sql }) {
  return new Hono<Signed>().get('/', guard('directories.view'), async (c) =>
    c.json({ rows: await selectProjectChoices(sql) }),
  );
}
export type ProjectApi = ReturnType<typeof projectRoutes>;
