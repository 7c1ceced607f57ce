import type { Worded } from '../../telephony/worded.ts';
import type { CallRecord, RingRecord } from '../harness/sipp-log.ts';

/** One line of the story; `key` is the same each time the story is told. */
export interface StoryLine {
  readonly key: string;
  readonly at: number;
  readonly words: Worded;
}

export interface CallFacts {
  readonly call: CallRecord | undefined;
  readonly rings: readonly RingRecord[];
  /** By extension. */
  readonly names: ReadonlyMap<string, string>;
}

/** A person's answer reaches the caller within that; an earlier one is the line's own, to play music. */
const SAME_ANSWER_MS = 1_000;

/** What has happened so far, in order. */
export function tellCall({ call, rings, names }: CallFacts): readonly StoryLine[] {
  const story = [...callerLines(call, rings), ...rings.flatMap((ring, place) => phoneLines(ring, place, names))];
  return story.toSorted((one, other) => one.at - other.at);
}

function callerLines(call: CallRecord | undefined, rings: readonly RingRecord[]): readonly StoryLine[] {
  if (call === undefined) return [];
  const who = call.from === '' ? { uk: 'Прихований номер', en: 'A withheld number' } : { uk: call.from, en: call.from };
  return [
    ...line('invited', call.invitedAt, {
      uk: `${who.uk} дзвонить на ${call.dialled}`,
      en: `${who.en} calls ${call.dialled}`,
    }),
    ...line('ringing', call.ringingAt, { uk: 'Той, хто дзвонить, чує гудки', en: 'The caller hears ringing' }),
    ...line('answered', musicFrom(call, rings), {
      uk: 'Усі зайняті: той, хто дзвонить, стоїть у черзі й чує музику',
      en: 'Everybody is busy: the caller waits in the queue and hears music',
    }),
    ...line('ended', call.endedAt, wordEnd(call)),
  ];
}

/** When the line answered by itself; null when it did not, or a person did. */
function musicFrom({ answeredAt }: CallRecord, rings: readonly RingRecord[]): number | null {
  if (answeredAt === null) return null;
  const isPersons = rings.some(
    (ring) => ring.answeredAt !== null && Math.abs(ring.answeredAt - answeredAt) < SAME_ANSWER_MS,
  );
  return isPersons ? null : answeredAt;
}

function wordEnd({ result, refusedWith, endedBy }: CallRecord): Worded {
  if (result === 'refused') {
    return { uk: `Дзвінок не прийнято, код SIP ${refusedWith}`, en: `The call was refused, SIP code ${refusedWith}` };
  }
  if (result === 'gave_up') return { uk: 'Той, хто дзвонив, не дочекався відповіді', en: 'The caller gave up waiting' };
  return endedBy === 'caller'
    ? { uk: 'Той, хто дзвонив, поклав слухавку', en: 'The caller hung up' }
    : { uk: 'Дзвінок завершено з боку Дзвона', en: 'The call was ended from the other side' };
}

function phoneLines(ring: RingRecord, place: number, names: ReadonlyMap<string, string>): readonly StoryLine[] {
  const who = `${names.get(ring.phone) ?? ring.phone} (${ring.phone})`;
  const caller = ring.from;
  return [
    ...line(`${place}:rings`, ring.invitedAt, {
      uk: `Дзвонить телефон: ${who}, на екрані ${caller}`,
      en: `A phone rings: ${who}, it shows ${caller}`,
    }),
    ...line(`${place}:answered`, ring.answeredAt, { uk: `Відповідає ${who}`, en: `${who} answers` }),
    ...line(`${place}:ended`, ring.endedAt, wordRingEnd(ring, who)),
  ];
}

function wordRingEnd({ result, endedBy }: RingRecord, who: string): Worded {
  if (result === 'cancelled') return { uk: `Телефон замовк: ${who}`, en: `The phone stopped ringing: ${who}` };
  return endedBy === 'phone'
    ? { uk: `Слухавку кладе ${who}`, en: `${who} hangs up` }
    : { uk: `Розмову завершено: ${who}`, en: `The talk is over: ${who}` };
}

function line(key: string, at: number | null, words: Worded): readonly StoryLine[] {
  return at === null ? [] : [{ key, at, words }];
}
