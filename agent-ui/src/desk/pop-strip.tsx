import { Button } from '@mantine/core';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PopView } from '../../../server/calls/contract.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { Timer } from '../ui/timer.tsx';
import { useKey } from '../ui/use-key.ts';
import { callerName, callerOf } from './caller.ts';
import { CallerChoice } from './caller-choice.tsx';
import { CallerHeading } from './caller-heading.tsx';
import classes from './pop-strip.module.css';
import { StrangerForms } from './stranger-forms.tsx';

interface Props {
  readonly pop: PopView;
  /** The server's clock minus ours. */
  readonly skewMs: number;
  readonly onPainted: (pop: PopView) => void;
  readonly onChoose: (clientId: string, contactId: string | null) => void;
  readonly onDecline: () => void;
}

/** Somebody rings: who, from where, for how long, and why me. Stands above the content and never takes the focus. */
export function PopStrip({ pop, skewMs, onPainted, onChoose, onDecline }: Props) {
  const { t } = useTranslation();
  const caller = callerOf(pop);
  useAfterPaint(pop, onPainted);
  useKey('Alt+D', onDecline);

  return (
    <section
      className={classes.strip}
      aria-label={t('desk.incoming', { name: callerName(pop) ?? t('state.withheld') })}
    >
      <span className={classes.sign} aria-hidden>
        <IconPhoneIncoming size={26} stroke={1.6} />
      </span>
      <div className={classes.who}>
        <div role="alert">
          <CallerHeading pop={pop} caller={caller} />
        </div>
        <PopFacts pop={pop} skewMs={skewMs} showsNumber={caller.kind === 'known'} />
        {caller.kind === 'several' && <CallerChoice candidates={caller.candidates} onChoose={onChoose} />}
        {caller.kind === 'unknown' && <StrangerForms pop={pop} onLinked={onChoose} />}
      </div>
      <div className={classes.acts}>
        <span className={classes.hint}>{t('desk.answerOnPhone')}</span>
        <Button variant="default" onClick={onDecline} rightSection={<KeyHint>Alt D</KeyHint>} aria-keyshortcuts="Alt+D">
          {t('desk.decline')}
        </Button>
      </div>
    </section>
  );
}

interface FactsProps extends Pick<Props, 'pop' | 'skewMs'> {
  /** The heading has a name; else the number stands there already. */
  readonly showsNumber: boolean;
}

/** Number, line, how long they have waited, why it came to me. */
function PopFacts({ pop, skewMs, showsNumber }: FactsProps) {
  const { t } = useTranslation();
  return (
    <p className={classes.facts}>
      {showsNumber && <span>{pop.callerNumber === null ? t('state.withheld') : pop.callerText}</span>}
      {pop.region && <span>{pop.region}</span>}
      {pop.lineName ? (
        <span>
          {t('desk.line')} <b>{pop.lineName}</b> ({pop.dialled})
        </span>
      ) : (
        pop.dialled !== '' && <span>{t('desk.dialled', { number: pop.dialled })}</span>
      )}
      <span>
        {t('desk.waits')} <Timer since={pop.arrivedAt - skewMs} />
      </span>
      <span title={t('desk.whyMe')}>{t(`desk.reason.${pop.reason}`)}</span>
      {pop.passedOnFrom && <span>{t('desk.passedOn', { name: pop.passedOnFrom })}</span>}
    </p>
  );
}

/** Tells once the browser has really drawn the strip: the second frame comes after the first one was painted. */
function useAfterPaint(pop: PopView, onPainted: (pop: PopView) => void) {
  // One report per offer: what changes inside the pop later is not a new pop.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => onPainted(pop));
    });
    return () => cancelAnimationFrame(frame);
  }, [pop.callId, pop.offerNo]);
}
