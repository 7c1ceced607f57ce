import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { valid } from '../platform/valid.ts';
import { type CheckMailingDeps, checkMailing } from './check-mailing.ts';
import { accountingMode, enterpriseDraft, mailingDraft } from './contract.ts';
import { isCentralised, selectEnterprises } from './queries.ts';
import { removeEnterprise, saveEnterprise, toView } from './save-enterprise.ts';
import { switchMode } from './switch-mode.ts';
import { inTreeOrder } from './tree-order.ts';

const enterpriseKey = z.object({ enterpriseId: z.uuid() });

/** `/api/enterprises`, behind sign-in. */
export function enterpriseRoutes(deps: CheckMailingDeps) {
  const { database } = deps;
  return new Hono<Signed>()
    .get('/', guard('enterprises.view'), async (c) => {
      const rows = inTreeOrder((await selectEnterprises(database)).map(toView));
      return c.json({ rows: rows.map(({ row, depth }) => ({ ...row, depth })) });
    })
    .post('/', guard('enterprises.edit'), valid('json', enterpriseDraft), async (c) =>
      c.json(await saveEnterprise(c.var.person, { enterpriseId: null, draft: c.req.valid('json') }, deps), 201),
    )
    .put(
      '/:enterpriseId',
      guard('enterprises.edit'),
      valid('param', enterpriseKey),
      valid('json', enterpriseDraft),
      async (c) =>
        c.json(await saveEnterprise(c.var.person, { ...c.req.valid('param'), draft: c.req.valid('json') }, deps)),
    )
    .delete('/:enterpriseId', guard('enterprises.edit'), valid('param', enterpriseKey), async (c) => {
      await removeEnterprise(c.var.person, c.req.valid('param').enterpriseId, deps);
      return c.body(null, 204);
    })
    .post(
      '/:enterpriseId/mail-check',
      guard('enterprises.edit'),
      valid('param', enterpriseKey),
      valid('json', mailingDraft),
      async (c) => c.json(await checkMailing(c.req.valid('param').enterpriseId, c.req.valid('json'), deps)),
    );
}
export type EnterpriseApi = ReturnType<typeof enterpriseRoutes>;

/** `/api/units`, behind sign-in: which units there are is no secret, cards show and choose them. */
export function unitRoutes({ database }: Pick<CheckMailingDeps, 'database'>) {
  return new Hono<Signed>()
    .get('/', guard('directories.view'), async (c) => {
      const active = (await selectEnterprises(database)).filter(({ isActive }) => isActive);
      const rows = inTreeOrder(active).map(({ row: { enterpriseId, code, name }, depth }) => ({
        unitId: enterpriseId,
        code,
        name,
        depth,
      }));
      return c.json({ isCentralised: await isCentralised(database), rows });
    })
    .put('/mode', guard('enterprises.edit'), valid('json', accountingMode), async (c) =>
      c.json(await switchMode(c.req.valid('json'), { database })),
    );
}
export type UnitApi = ReturnType<typeof unitRoutes>;
