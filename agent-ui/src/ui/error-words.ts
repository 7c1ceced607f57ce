import type { TFunction } from 'i18next';
import { RefusedError, UnreachableError } from '../live/request.ts';
import { uk } from '../texts/uk.ts';

type WordedCode = keyof typeof uk.refusal;
const isWorded = (code: string): code is WordedCode => code in uk.refusal;

/** What went wrong and the mend, in the person's language; never a code alone. */
export function errorWords(t: TFunction, error: unknown): string {
  if (error instanceof UnreachableError) return t('refusal.unreachable');
  if (!(error instanceof RefusedError)) return t('refusal.server_fault');
  const { code, details } = error;
  if (code === 'in_use' && 'places' in details) return t('refusal.in_use_places', details);
  return isWorded(code) ? t(`refusal.${code}`, { ...details }) : t('refusal.unworded', { code });
}
