import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../server/calls/contract.ts';
import { usePersonNames } from '../people/use-people.ts';
import { uk } from '../texts/uk.ts';
import classes from './call-card.module.css';

type Step = CallView['story'][number];
const isOneOf = <Words extends object>(words: Words, key: unknown): key is keyof Words =>
  typeof key === 'string' && key in words;

/** Everything that happened, to the second, in order. */
export function CallStory({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  const nameOf = usePersonNames(call.legs);
  return (
    <ol className={classes.story}>
      {call.story.map((step) => (
        <li key={step.seq}>
          <span className={classes.dim}>{new Date(step.at).toTimeString().slice(0, 8)}</span>
          <span>{[stepWords(t, step), ...stepFacts(t, step, nameOf)].join(' · ')}</span>
        </li>
      ))}
    </ol>
  );
}

const stepWords = (t: TFunction, { type }: Step) =>
  isOneOf(uk.calls.storyType, type) ? t(`calls.storyType.${type}`) : type;

/** What of a step says something to a person; the rest of its data is for machines. */
function stepFacts(t: TFunction, { data }: Step, nameOf: (personId: string) => string): string[] {
  const { personId, fromPersonId, result, outcome, endedBy, position, because } = data;
  const facts: string[] = [];
  const person = personId ?? fromPersonId;
  if (typeof person === 'string') facts.push(nameOf(person));
  if (isOneOf(uk.calls.legResult, result)) facts.push(t(`calls.legResult.${result}`));
  if (isOneOf(uk.obstacle, because)) facts.push(t(`obstacle.${because}`));
  if (isOneOf(uk.calls.outcome, outcome)) facts.push(t(`calls.outcome.${outcome}`));
  if (isOneOf(uk.calls.endedBy, endedBy)) facts.push(t(`calls.endedBy.${endedBy}`));
  if (typeof position === 'number') facts.push(t('calls.position', { position }));
  return facts;
}
