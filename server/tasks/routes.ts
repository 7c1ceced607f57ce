import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { valid } from '../platform/valid.ts';
import { commentDraft, ownPart, taskChange, taskDraft, taskListQuery, taskMove } from './contract.ts';
import { listTasks } from './list-tasks.ts';
import { selectPeopleChoices, selectTask } from './queries.ts';
import {
  changeTask,
  commentTask,
  createTask,
  markOwnPart,
  moveTask,
  removeTask,
  type SaveTaskDeps,
} from './save-task.ts';

const taskKey = z.object({ taskId: z.uuid() });

/** `/api/tasks`, behind sign-in. */
export function taskRoutes(deps: SaveTaskDeps) {
  const { database, now } = deps;
  return new Hono<Signed>()
    .get('/', guard('tasks.view'), valid('query', taskListQuery), async (c) => {
      const { personId } = c.var.person;
      return c.json(await listTasks(database, c.req.valid('query'), { personId, now: now() }));
    })
    .get('/people', guard('tasks.view'), async (c) => c.json({ rows: await selectPeopleChoices(database) }))
    .get('/:taskId', guard('tasks.view'), valid('param', taskKey), async (c) => {
      const task = await selectTask(database, c.req.valid('param').taskId, now());
      if (task === null) throw new Refusal('task_not_found');
      return c.json(task);
    })
    .post('/', guard('tasks.edit'), valid('json', taskDraft), async (c) =>
      c.json(await createTask(c.var.person, c.req.valid('json'), deps), 201),
    )
    .put('/:taskId', guard('tasks.edit'), valid('param', taskKey), valid('json', taskChange), async (c) => {
      const { taskId } = c.req.valid('param');
      return c.json(await changeTask(c.var.person, { taskId, change: c.req.valid('json') }, deps));
    })
    .post('/:taskId/move', guard('tasks.edit'), valid('param', taskKey), valid('json', taskMove), async (c) => {
      const { taskId } = c.req.valid('param');
      return c.json(await moveTask(c.var.person, { taskId, move: c.req.valid('json') }, deps));
    })
    .put('/:taskId/part', guard('tasks.edit'), valid('param', taskKey), valid('json', ownPart), async (c) => {
      const { taskId } = c.req.valid('param');
      return c.json(await markOwnPart(c.var.person, { taskId, ...c.req.valid('json') }, deps));
    })
    .post('/:taskId/comments', guard('tasks.edit'), valid('param', taskKey), valid('json', commentDraft), async (c) => {
      const { taskId } = c.req.valid('param');
      return c.json(await commentTask(c.var.person, { taskId, ...c.req.valid('json') }, deps), 201);
    })
    .delete('/:taskId', guard('tasks.delete'), valid('param', taskKey), async (c) => {
      await removeTask(c.var.person, c.req.valid('param').taskId, deps);
      return c.body(null, 204);
    });
}
export type TaskApi = ReturnType<typeof taskRoutes>;
