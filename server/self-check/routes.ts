import { Hono } from 'hono';
import { guard, type Signed } from '../access/index.ts';
import type { SelfCheckView } from './contract.ts';

/** `/api/self-check`, behind sign-in. */
export function selfCheckRoutes({ lookAround }: { readonly lookAround: () => Promise<SelfCheckView> }) {
  return new Hono<Signed>().get('/', guard('self_check.view'), async (c) => c.json(await lookAround()));
}
export type SelfCheckApi = ReturnType<typeof selfCheckRoutes>;
