import type { RefusalCode, RefusalDetails } from '../platform/refusal.ts';
import type { ResetPeriod } from './contract.ts';
import { type NumberToken, templateParts } from './template-parts.ts';

/** Any token of each group will do: a month tells its quarter. */
const year = ['YYYY', 'YY'] as const;
const neededFor = {
  never: [],
  year: [year],
  quarter: [year, ['Q', 'MM']],
  month: [year, ['MM']],
  day: [year, ['MM'], ['DD']],
} satisfies Record<ResetPeriod, readonly (readonly NumberToken[])[]>;

interface TemplateIssue {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
}

/** Why numbers cannot be made from this template; null when they can. Without its period's token they would repeat (D-06). */
export function checkTemplate(template: string, resetPeriod: ResetPeriod): TemplateIssue | null {
  const parts = templateParts(template);
  const strange = parts.find((part) => 'text' in part && /[{}]/.test(part.text));
  if (strange && 'text' in strange) return { code: 'template_unknown_token', details: { token: strange.text } };
  const tokens = parts.flatMap((part) => ('token' in part ? [part.token] : []));
  if (!tokens.includes('N')) return { code: 'template_without_counter', details: {} };
  const isTold = neededFor[resetPeriod].every((group) => tokens.some((token) => group.some((one) => one === token)));
  return isTold ? null : { code: 'template_without_period', details: {} };
}
