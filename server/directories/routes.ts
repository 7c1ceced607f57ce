import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { valid } from '../platform/valid.ts';
import {
  type EventTypeView,
  eventTypeDraft,
  type TaskStatusView,
  taskStatusDraft,
  type UserStatusView,
  userStatusDraft,
} from './contract.ts';
import { eventTypes, type RegistryDeps, taskStatuses, userStatuses } from './registry.ts';
import { changeRow, createRow, removeRow } from './save-row.ts';

const rowKey = z.object({ code: z.string().max(32) });

/** `/api/directories/user-statuses`, behind sign-in. */
export function userStatusRoutes(deps: RegistryDeps<UserStatusView>) {
  return new Hono<Signed>()
    .get('/', guard('directories.view'), async (c) => c.json({ rows: await userStatuses.select(deps.database) }))
    .post('/', guard('directories.edit'), valid('json', userStatusDraft), async (c) =>
      c.json(await createRow(c.req.valid('json'), userStatuses, deps), 201),
    )
    .put('/:code', guard('directories.edit'), valid('param', rowKey), valid('json', userStatusDraft), async (c) => {
      const change = { ...c.req.valid('param'), draft: c.req.valid('json') };
      return c.json(await changeRow(change, userStatuses, deps));
    })
    .delete('/:code', guard('directories.edit'), valid('param', rowKey), async (c) => {
      await removeRow(c.req.valid('param').code, userStatuses, deps);
      return c.body(null, 204);
    });
}
export type UserStatusApi = ReturnType<typeof userStatusRoutes>;

/** `/api/directories/task-statuses`, behind sign-in. */
export function taskStatusRoutes(deps: RegistryDeps<TaskStatusView>) {
  return new Hono<Signed>()
    .get('/', guard('directories.view'), async (c) => c.json({ rows: await taskStatuses.select(deps.database) }))
    .post('/', guard('directories.edit'), valid('json', taskStatusDraft), async (c) =>
      c.json(await createRow(c.req.valid('json'), taskStatuses, deps), 201),
    )
    .put('/:code', guard('directories.edit'), valid('param', rowKey), valid('json', taskStatusDraft), async (c) => {
      const change = { ...c.req.valid('param'), draft: c.req.valid('json') };
      return c.json(await changeRow(change, taskStatuses, deps));
    })
    .delete('/:code', guard('directories.edit'), valid('param', rowKey), async (c) => {
      await removeRow(c.req.valid('param').code, taskStatuses, deps);
      return c.body(null, 204);
    });
}
export type TaskStatusApi = ReturnType<typeof taskStatusRoutes>;

/** `/api/directories/event-types`, behind sign-in. */
export function eventTypeRoutes(deps: RegistryDeps<EventTypeView>) {
  return new Hono<Signed>()
    .get('/', guard('directories.view'), async (c) => c.json({ rows: await eventTypes.select(deps.database) }))
    .post('/', guard('directories.edit'), valid('json', eventTypeDraft), async (c) =>
      c.json(await createRow(c.req.valid('json'), eventTypes, deps), 201),
    )
    .put('/:code', guard('directories.edit'), valid('param', rowKey), valid('json', eventTypeDraft), async (c) => {
      const change = { ...c.req.valid('param'), draft: c.req.valid('json') };
      return c.json(await changeRow(change, eventTypes, deps));
    })
    .delete('/:code', guard('directories.edit'), valid('param', rowKey), async (c) => {
      await removeRow(c.req.valid('param').code, eventTypes, deps);
      return c.body(null, 204);
    });
}
export type EventTypeApi = ReturnType<typeof eventTypeRoutes>;
