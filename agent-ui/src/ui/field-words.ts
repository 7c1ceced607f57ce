import type { TFunction } from 'i18next';
import type { z } from 'zod';

/** What the schema found, as zod tells it. */
export type FieldIssue = Pick<z.core.$ZodIssue, 'code' | 'path'> & {
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly format?: string;
  readonly input?: unknown;
};

type BadFormat = 'form.badCode' | 'form.badEdrpou' | 'form.badNumber' | 'form.badExtension';
const formatOfField: Readonly<Record<string, BadFormat>> = {
  code: 'form.badCode',
  edrpou: 'form.badEdrpou',
  numbers: 'form.badNumber',
  sipExtension: 'form.badExtension',
};

/** One issue as a sentence that names the mend. `label` is what the field is called on the page. */
export function fieldWords(t: TFunction, issue: FieldIssue, label: string): string {
  const field = String(issue.path[0] ?? '');
  const [min, max] = [Number(issue.minimum ?? 0), Number(issue.maximum ?? 0)];
  if (issue.code === 'too_small') {
    if (issue.origin === 'number') return t('form.tooSmall', { min });
    return min <= 1 ? t('form.missing', { label }) : t('form.tooShort', { min });
  }
  if (issue.code === 'too_big')
    return issue.origin === 'number' ? t('form.tooBig', { max }) : t('form.tooLong', { max });
  if (issue.format === 'email' || field === 'email') return t('form.badEmail');
  const format = formatOfField[field];
  if (format) return t(format);
  return issue.code === 'invalid_type' ? t('form.missing', { label }) : t('form.badFormat');
}
