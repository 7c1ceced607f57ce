import type { UserStatusView } from '../directories/contract.ts';
import type { RefusalCode } from '../platform/refusal.ts';
import type { PresenceChoice } from './contract.ts';

/** Why nobody may choose this status by hand; null when they may (D-03). */
export function whyNotChoose(
  status: Pick<UserStatusView, 'isActive' | 'isSetByHand' | 'needsReason'> | null,
  { note }: Pick<PresenceChoice, 'note'>,
): { readonly code: RefusalCode; readonly field: 'status' | 'note' } | null {
  if (!status?.isActive) return { code: 'unknown_status', field: 'status' };
  if (!status.isSetByHand) return { code: 'status_not_by_hand', field: 'status' };
  return status.needsReason && !note ? { code: 'reason_required', field: 'note' } : null;
}
