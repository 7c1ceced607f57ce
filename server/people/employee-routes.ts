import { Hono } from 'hono';
import { z } from 'zod';
import { guard, type Signed } from '../access/index.ts';
import { valid } from '../platform/valid.ts';
import { employeeDraft } from './contract.ts';
import { listEmployees, removeEmployee, saveEmployee, showEmployee } from './save-employee.ts';
import type { SavePersonDeps } from './save-person.ts';

const employeeKey = z.object({ employeeId: z.uuid() });

/** `/api/employees`, behind sign-in (R-030…R-034). */
export function employeeRoutes(deps: Pick<SavePersonDeps, 'database' | 'secrets' | 'news'>) {
  const { database } = deps;
  return new Hono<Signed>()
    .get('/', guard('employees.view'), async (c) => c.json({ rows: await listEmployees(database) }))
    .get('/:employeeId', guard('employees.view'), valid('param', employeeKey), async (c) =>
      c.json(await showEmployee(database, c.req.valid('param').employeeId)),
    )
    .post('/', guard('employees.edit'), valid('json', employeeDraft), async (c) =>
      c.json(await saveEmployee(c.var.person, { employeeId: null, draft: c.req.valid('json') }, deps), 201),
    )
    .put(
      '/:employeeId',
      guard('employees.edit'),
      valid('param', employeeKey),
      valid('json', employeeDraft),
      async (c) =>
        c.json(await saveEmployee(c.var.person, { ...c.req.valid('param'), draft: c.req.valid('json') }, deps)),
    )
    .delete('/:employeeId', guard('employees.edit'), valid('param', employeeKey), async (c) => {
      await removeEmployee(c.var.person, c.req.valid('param').employeeId, deps);
      return c.body(null, 204);
    });
}
export type EmployeeApi = ReturnType<typeof employeeRoutes>;
