import { zValidator } from '@hono/zod-validator';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

type Target = 'json' | 'query' | 'param';

/**
 * Before a route's handler: parses one part of the request, so that `c.req.valid(target)` gives typed values.
 * What does not fit is refused as `input_invalid` with the first field and zod's words.
 */
export function valid<Part extends Target, Schema extends z.ZodType>(target: Part, schema: Schema) {
  const middleware = zValidator(target, schema, (result) => {
    if (!result.success) throw invalidInput(result.error.issues);
    const field = findUnstorable(result.data);
    if (field !== null) throw new Refusal('input_invalid', { because: 'characters that are no text' }, field);
  });
  schemaOfValidator.set(middleware, { target, schema });
  return middleware;
}

/** What a validator checks: read by the API document. */
export const schemaOfValidator = new WeakMap<object, { readonly target: Target; readonly schema: z.ZodType }>();

function invalidInput(issues: readonly Pick<z.core.$ZodIssue, 'path' | 'message'>[]): Refusal {
  const [first] = issues;
  if (first === undefined) return new Refusal('input_invalid');
  return new Refusal('input_invalid', { because: first.message }, first.path.join('.'));
}

/**
 * PostgreSQL stores no null character and no half of a surrogate pair, which JSON can carry.
 *
 * @returns where one is, `phones.0.label` for example, or null
 */
export function findUnstorable(value: unknown): string | null {
  if (typeof value === 'string') return /[\0\p{Cs}]/u.test(value) ? '' : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const inner = findUnstorable(part);
    if (inner !== null) return inner === '' ? name : `${name}.${inner}`;
  }
  return null;
}
