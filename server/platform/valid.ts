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
