import { WordedError } from '../../telephony/worded.ts';
import type { PhoneOwner } from './queries.ts';

/**
 * Whose desk phones answer: the one asked for, else everybody's the hot line may choose now. Which of them rings is the
 * hot line's decision.
 *
 * @throws WordedError when there is nobody
 */
export function choosePhones(owners: readonly PhoneOwner[], as: string | null): readonly PhoneOwner[] {
  const chosen = owners.filter((owner) => (as === null ? isFree(owner) : owner.extension === as));
  if (chosen.length > 0) return chosen;
  throw as === null ? nobodyFree(owners) : noSuchPhone(as, owners);
}

function isFree({ shown, usesStatuses }: PhoneOwner): boolean {
  return usesStatuses ? shown === 'free' : true;
}

function nobodyFree(owners: readonly PhoneOwner[]): WordedError<'nobody_free'> {
  return new WordedError('nobody_free', {
    uk: `Вільних немає, тож відповісти нікому. Увійдіть у консоль і оберіть «Вільний», або назвіть людину: --as ${example(owners)}.`,
    en: `Nobody is free, so nobody can answer. Sign in to the console and choose «Вільний» (free), or name a person: --as ${example(owners)}.`,
  });
}

function noSuchPhone(as: string, owners: readonly PhoneOwner[]): WordedError<'no_such_phone'> {
  const known = owners.map(({ extension }) => extension).join(', ') || '—';
  return new WordedError('no_such_phone', {
    uk: `Внутрішнього номера ${as} немає. Є: ${known}.`,
    en: `There is no extension ${as}. There are: ${known}.`,
  });
}

const example = (owners: readonly PhoneOwner[]) => owners[0]?.extension ?? '101';
