import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { valid } from '../platform/valid.ts';
import { eventChange, eventDraft, eventListQuery } from './contract.ts';
import { listEvents } from './list-events.ts';
import { selectEvent } from './queries.ts';
import { changeEvent, createEvent, removeEvent, type SaveEventDeps } from './save-event.ts';

const eventKey = z.object({ eventId: z.uuid() });

/** `/api/events`, behind sign-in. */
export function eventRoutes(deps: SaveEventDeps) {
  const { database } = deps;
  return new Hono<Signed>()
    .get('/', guard('events.view'), valid('query', eventListQuery), async (c) =>
      c.json(await listEvents(database, c.req.valid('query'), c.var.person.personId)),
    )
    .get('/:eventId', guard('events.view'), valid('param', eventKey), async (c) => {
      const event = await selectEvent(database, c.req.valid('param').eventId);
      if (event === null) throw new Refusal('event_not_found');
      return c.json(event);
    })
    .post('/', guard('events.edit'), valid('json', eventDraft), async (c) =>
      c.json(await createEvent(c.var.person, c.req.valid('json'), deps), 201),
    )
    .put('/:eventId', guard('events.edit'), valid('param', eventKey), valid('json', eventChange), async (c) => {
      const { eventId } = c.req.valid('param');
      return c.json(await changeEvent(c.var.person, { eventId, change: c.req.valid('json') }, deps));
    })
    .delete('/:eventId', guard('events.delete'), valid('param', eventKey), async (c) => {
      await removeEvent(c.var.person, c.req.valid('param').eventId, deps);
      return c.body(null, 204);
    });
}
export type EventApi = ReturnType<typeof eventRoutes>;
