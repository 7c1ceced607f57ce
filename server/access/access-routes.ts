import { Hono } from 'hono';
import { z } from 'zod';
import { valid } from '../platform/valid.ts';
import { selectAccessPeople, selectRoles } from './access-queries.ts';
import { memberDraft, roleDraft, ruleDraft, viewingDraft } from './contract.ts';
import { guard } from './guard.ts';
import type { Signed } from './person.ts';
import { removeRole, type SaveAccessDeps, saveMembership, saveRole, saveRule, showRights } from './save-access.ts';
import { endViewing, startViewing, type ViewAsDeps } from './view-as.ts';

export type AccessControlDeps = SaveAccessDeps & ViewAsDeps;

const roleKey = z.object({ roleId: z.uuid() });
const personKey = z.object({ personId: z.uuid() });

/** `/api/access`, behind sign-in: «Керування доступом», and membership for «Користувачі та ролі». */
export function accessRoutes(deps: AccessControlDeps) {
  const { database } = deps;
  return new Hono<Signed>()
    .get('/', guard('access.view'), async (c) => {
      const [roles, people] = await Promise.all([selectRoles(database), selectAccessPeople(database)]);
      return c.json({ roles, people });
    })
    .get('/roles/:roleId/rights', guard('access.view'), valid('param', roleKey), async (c) =>
      c.json(await showRights(database, c.req.valid('param'))),
    )
    .get('/people/:personId/rights', guard('access.view'), valid('param', personKey), async (c) =>
      c.json(await showRights(database, c.req.valid('param'))),
    )
    .put('/roles/:roleId/rights', guard('access.edit'), valid('param', roleKey), valid('json', ruleDraft), async (c) =>
      c.json(await saveRule(c.var.person, { key: c.req.valid('param'), draft: c.req.valid('json') }, deps)),
    )
    .put(
      '/people/:personId/rights',
      guard('access.edit'),
      valid('param', personKey),
      valid('json', ruleDraft),
      async (c) =>
        c.json(await saveRule(c.var.person, { key: c.req.valid('param'), draft: c.req.valid('json') }, deps)),
    )
    .post('/roles', guard('access.edit'), valid('json', roleDraft), async (c) =>
      c.json(await saveRole(c.var.person, { roleId: null, draft: c.req.valid('json') }, deps), 201),
    )
    .put('/roles/:roleId', guard('access.edit'), valid('param', roleKey), valid('json', roleDraft), async (c) =>
      c.json(await saveRole(c.var.person, { ...c.req.valid('param'), draft: c.req.valid('json') }, deps)),
    )
    .delete('/roles/:roleId', guard('access.edit'), valid('param', roleKey), async (c) => {
      await removeRole(c.var.person, c.req.valid('param').roleId, deps);
      return c.body(null, 204);
    })
    .put(
      '/people/:personId/roles',
      guard('access.edit'),
      valid('param', personKey),
      valid('json', memberDraft),
      async (c) =>
        c.json(await saveMembership(c.var.person, { ...c.req.valid('param'), ...c.req.valid('json') }, deps)),
    )
    .post('/viewing', guard('access.view_as'), valid('json', viewingDraft), async (c) => {
      await startViewing(c.var.signed, c.req.valid('json').personId, deps);
      return c.body(null, 204);
    })
    .delete('/viewing', async (c) => {
      await endViewing(c.var.signed, deps);
      return c.body(null, 204);
    });
}
export type AccessApi = ReturnType<typeof accessRoutes>;
