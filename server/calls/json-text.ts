/** An escape that JSON allows and PostgreSQL's jsonb does not: a null character or half a surrogate pair. */
const FORBIDDEN_ESCAPE = /\\u(?:0000|d[89a-f])/i;

/**
 * JSON that jsonb takes whatever a caller put into the strings. Pass it as `${text}::text::jsonb`: cast like this it
 * is one parameter that the driver does not encode again.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return FORBIDDEN_ESCAPE.test(text) ? JSON.stringify(value, withoutForbidden) : text;
}

function withoutForbidden(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\0\p{Cs}]/gu, '') : value;
}
