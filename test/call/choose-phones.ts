import { WordedError } from '../../telephony/worded.ts';
import type { PhoneOwner } from './queries.ts';

/**
 * Whose desk phones answer: the one asked for, else those of everybody at work. Which of them rings, and when, is the
 * hot line's decision: who is busy now may be free while the caller waits.
 *
 * @throws WordedError when there is nobody
 */
export function choosePhones(owners: readonly PhoneOwner[], as: string | null): readonly PhoneOwner[] {
  const chosen = owners.filter((owner) => (as === null ? isAtWork(owner) : owner.extension === as));
  if (chosen.length > 0) return chosen;
  throw as === null ? nobodyAtWork() : noSuchPhone(as, owners);
}

function isAtWork({ shown, usesStatuses }: PhoneOwner): boolean {
  return usesStatuses ? shown !== null && shown !== 'absent' : true;
}

function nobodyAtWork(): WordedError<'nobody_at_work'> {
  return new WordedError('nobody_at_work', {
    uk: `Нікого немає на місці, тож відповісти нікому. Увійдіть у консоль і оберіть «Вільний».`,
    en: `Nobody is at work, so nobody can answer. Sign in to the console and choose «Вільний» (free).`,
  });
}

function noSuchPhone(as: string, owners: readonly PhoneOwner[]): WordedError<'no_such_phone'> {
  const known = owners.map(({ extension }) => extension).join(', ') || '—';
  return new WordedError('no_such_phone', {
    uk: `Внутрішнього номера ${as} немає. Є: ${known}.`,
    en: `There is no extension ${as}. There are: ${known}.`,
  });
}
