import { createMiddleware } from 'hono/factory';
import type { Deed } from './contract.ts';
import { requireDeed } from './may.ts';
import type { Signed } from './person.ts';

/** Before a route's handler: lets only those through who may do the deed. The API document lists it with the route. */
export function guard(deed: Deed) {
  const middleware = createMiddleware<Signed>(async (c, next) => {
    requireDeed(c.var.person, deed);
    await next();
  });
  deedOfGuard.set(middleware, deed);
  return middleware;
}

/** Which deed a guard asks for: read by the API document. */
export const deedOfGuard = new WeakMap<object, Deed>();
