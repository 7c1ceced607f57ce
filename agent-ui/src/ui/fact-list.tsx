import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

interface Props {
  /** Name and value; a fact without a value is not shown. */
  readonly facts: readonly (readonly [string, ReactNode])[];
}

/** Names left, values right of them: the details of a card. */
export function FactList({ facts }: Props) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
