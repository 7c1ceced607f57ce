import { z } from 'zod';
import { deedOfGuard } from './access/index.ts';
import { schemaOfValidator } from './platform/valid.ts';

/** A handler or middleware of the app, as the router lists them. */
interface Registered {
  readonly method: string;
  readonly path: string;
  readonly handler: object;
}

interface Operation {
  readonly parameters: object[];
  requestBody?: object;
  'x-deed'?: string;
  readonly responses: object;
}

/**
 * OpenAPI 3.1 of what the routes accept, made from the very validators and guards that stand before them, so that it
 * cannot say anything else than the server does. Answers are typed in the slices' contracts.
 */
export function apiDocument(routes: readonly Registered[]) {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { method, path, handler } of routes) {
    if (method === 'ALL' || !path.startsWith('/api/')) continue;
    const [template, verb] = [toTemplate(path), method.toLowerCase()];
    const operation = paths[template]?.[verb] ?? { parameters: [], responses: answers };
    describe(operation, handler);
    paths[template] = { ...paths[template], [verb]: operation };
  }
  return { openapi: '3.1.0', info: { title: 'Dzvin', version: '1' }, paths };
}

const answers = {
  '2XX': { description: 'As the contract of the slice says' },
  '4XX': { description: 'RefusalView: { code, field?, details }' },
};

/** `/api/people/:personId` → `/api/people/{personId}` */
function toTemplate(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function describe(operation: Operation, handler: object): void {
  const deed = deedOfGuard.get(handler);
  if (deed) operation['x-deed'] = deed;
  const checked = schemaOfValidator.get(handler);
  if (checked === undefined) return;
  const schema = z.toJSONSchema(checked.schema, { io: 'input', unrepresentable: 'any' });
  if (checked.target === 'json')
    operation.requestBody = { required: true, content: { 'application/json': { schema } } };
  else operation.parameters.push(...toParameters(schema, checked.target === 'param' ? 'path' : 'query'));
}

function toParameters({ properties = {}, required = [] }: z.core.JSONSchema.BaseSchema, place: 'path' | 'query') {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}
