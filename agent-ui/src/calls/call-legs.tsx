import { useTranslation } from 'react-i18next';
import type { CallLegView, CallView } from '../../../server/calls/contract.ts';
import { usePersonNames } from '../people/use-people.ts';
import { duration } from '../ui/duration.ts';
import { clockTime } from '../ui/moment.ts';
import classes from './call-card.module.css';

/** Everybody whose phone rang for this call, and for each the reason in words. */
export function CallLegs({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  if (call.legs.length === 0) {
    return (
      <p className={classes.dim}>
        {t('calls.noLegs')}. {t('calls.noLegsHint')}
      </p>
    );
  }
  return (
    <ul className={classes.legs}>
      {call.legs.map((leg) => (
        <li key={leg.offerNo} className={classes.leg}>
          <Leg leg={leg} legs={call.legs} />
        </li>
      ))}
    </ul>
  );
}

interface LegProps {
  readonly leg: CallLegView;
  readonly legs: readonly CallLegView[];
}

function Leg({ leg, legs }: LegProps) {
  const { t } = useTranslation();
  const rangMs = leg.ringingAt && leg.endedAt ? Date.parse(leg.endedAt) - Date.parse(leg.ringingAt) : null;
  const tone = leg.result === 'answered' ? classes.good : leg.result === 'missed' ? classes.bad : classes.dim;
  return (
    <>
      <div className={classes.legHead}>
        <b>{leg.personName}</b>
        <span className={tone}>{leg.result ? t(`calls.legResult.${leg.result}`) : t('calls.legRinging')}</span>
        <span className={classes.legTime}>
          {clockTime(new Date(leg.startedAt))}
          {rangMs !== null && ` · ${t('calls.rang', { time: duration(rangMs) })}`}
        </span>
      </div>
      <LegReasons leg={leg} legs={legs} />
    </>
  );
}

/** «Чому саме Галина, чому не інші»: the trace of the route in words. */
function LegReasons({ leg, legs }: LegProps) {
  const { t } = useTranslation();
  const nameOf = usePersonNames(legs);
  const { trace } = leg;
  const others = (trace.people ?? []).filter(({ personId }) => personId !== leg.personId);
  return (
    <details className={classes.why}>
      <summary>{t('calls.whyTitle', { name: leg.personName })}</summary>
      <p>
        {t('calls.whyReason', { reason: t(`calls.legReason.${leg.reason}`) })}{' '}
        {trace.freePeople > 0 ? t('calls.freePeople', { count: trace.freePeople }) : t('calls.nobodyFree')}{' '}
        {trace.waitingAhead > 0 && t('calls.ahead', { count: trace.waitingAhead })}
      </p>
      {trace.wanted.some(({ obstacle }) => obstacle !== null) && <p>{t('calls.wantedFirst')}:</p>}
      <ul>
        {trace.wanted.map(({ personId, as, obstacle }) =>
          obstacle === null ? null : (
            <li key={`${personId} ${as}`}>
              {nameOf(personId)} ({t(`calls.legReason.${as}`)}): {t(`obstacle.${obstacle}`)}
            </li>
          ),
        )}
      </ul>
      {others.length > 0 && <p>{t('calls.notChosen')}:</p>}
      <ul>
        {others.map(({ personId, obstacle }) => (
          <li key={personId}>
            {nameOf(personId)}: {obstacle === null ? t('calls.couldTake') : t(`obstacle.${obstacle}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
