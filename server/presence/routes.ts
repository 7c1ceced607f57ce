import { Hono } from 'hono';
import { z } from 'zod';
import { guard, requireDeed, type Signed } from '../access/index.ts';
import { valid } from '../platform/valid.ts';
import { choosePresence, type PresenceDeps } from './choose-presence.ts';
import { presenceChoice, type StatusLogRow } from './contract.ts';
import { type LogInterval, selectStatusLog } from './queries.ts';

const personKey = z.object({ personId: z.uuid() });
const personOrMe = z.object({ personId: z.union([z.literal('me'), z.uuid()]) });
const logQuery = z.object({ day: z.iso.date() });

/** `/api/presence`, behind sign-in. */
export function presenceRoutes(deps: PresenceDeps) {
  const { sql, order, timeZone } = deps;
  return new Hono<Signed>()
    .post('/me', guard('desk.use'), valid('json', presenceChoice), async (c) => {
      const { personId } = c.var.person;
      await choosePresence(c.var.person, { personId, choice: c.req.valid('json') }, deps);
      return c.body(null, 204);
    })
    .delete('/me/next', guard('desk.use'), (c) => {
      order({ kind: 'clear_next_presence', personId: c.var.person.personId });
      return c.body(null, 204);
    })
    .post('/me/wrap-up/end', guard('desk.use'), (c) => {
      order({ kind: 'end_wrap_up', personId: c.var.person.personId });
      return c.body(null, 204);
    })
    .post('/me/return', guard('desk.use'), (c) => {
      order({ kind: 'confirm_return', personId: c.var.person.personId });
      return c.body(null, 204);
    })
    .post(
      '/:personId',
      guard('presence.set_others'),
      valid('param', personKey),
      valid('json', presenceChoice),
      async (c) => {
        const { personId } = c.req.valid('param');
        await choosePresence(c.var.person, { personId, choice: c.req.valid('json') }, deps);
        return c.body(null, 204);
      },
    )
    .get('/:personId/log', valid('param', personOrMe), valid('query', logQuery), async (c) => {
      const asked = c.req.valid('param').personId;
      const personId = asked === 'me' ? c.var.person.personId : asked;
      if (personId !== c.var.person.personId) requireDeed(c.var.person, 'board.view');
      const { day } = c.req.valid('query');
      const intervals = await selectStatusLog(sql, { personId, day, timeZone: timeZone() });
      return c.json({ rows: intervals.map(toLogRow) });
    });
}
export type PresenceApi = ReturnType<typeof presenceRoutes>;

function toLogRow({ startedAt, endedAt, ...interval }: LogInterval): StatusLogRow {
  return { ...interval, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}
