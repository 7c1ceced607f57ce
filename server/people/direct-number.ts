import { Refusal } from '../platform/refusal.ts';

/**
 * The direct number as the telephone server reports it when it is dialled: digits, a plus in front at most.
 *
 * @returns null when nothing was typed
 * @throws Refusal input_invalid (field directNumber)
 */
export function directNumberOf(typed: string | null): string | null {
  const cleaned = (typed ?? '').replace(/[\s().-]/g, '');
  if (cleaned === '') return null;
  if (/^\+?[0-9]{3,20}$/.test(cleaned)) return cleaned;
  throw new Refusal('input_invalid', { because: 'digits, a plus in front at most' }, 'directNumber');
}
