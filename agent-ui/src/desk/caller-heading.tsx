import { useTranslation } from 'react-i18next';
import type { PopView } from '../../../server/calls/contract.ts';
import { type Caller, matchName } from './caller.ts';
import classes from './caller-heading.module.css';

interface Props {
  readonly pop: PopView;
  readonly caller: Caller;
}

/** The name in 18 px, then company and role. */
export function CallerHeading({ pop, caller }: Props) {
  const { t } = useTranslation();
  const number = pop.callerNumber === null ? t('state.withheld') : pop.callerText;
  if (caller.kind !== 'known') {
    return (
      <h2 className={classes.name}>
        {number}
        <span className={classes.beside}>{caller.kind === 'looking' ? t('desk.lookingUp') : words(caller)}</span>
      </h2>
    );
  }
  const { match } = caller;
  const beside = [match.contactName === null ? null : match.clientName, match.contactRole].filter(Boolean).join(', ');
  return (
    <h2 className={classes.name} title={[matchName(match), beside].filter(Boolean).join(' · ')}>
      {matchName(match)}
      {beside && <span className={classes.beside}>{beside}</span>}
    </h2>
  );

  function words({ kind }: Caller) {
    return kind === 'unknown' ? t('desk.unknown') : t('desk.several');
  }
}
