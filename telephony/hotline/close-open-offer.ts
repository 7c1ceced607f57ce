import type { RememberedCall } from './input.ts';
import { type Moment, write } from './moment.ts';
import type { CallState } from './state.ts';

/** An offer that nobody saw ending: answered by the person who talks now, else whoever it was for did nothing wrong. */
export function closeOpenOffer(
  moment: Moment,
  call: CallState,
  { openOffer, talkingPersonId }: Pick<RememberedCall, 'openOffer' | 'talkingPersonId'>,
) {
  if (!openOffer) return;
  const result = openOffer.personId === talkingPersonId ? 'answered' : 'cancelled';
  write(moment, call, { type: 'queue.offer_result', ...openOffer, result, cause: null });
}
