import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PopView } from '../../../server/calls/contract.ts';
import { duration } from '../ui/duration.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { useKey } from '../ui/use-key.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './call-bar.module.css';
import { callerName } from './caller.ts';

interface Props {
  /** The talk that ended; null when the page was opened in the middle of wrap-up. */
  readonly pop: PopView | null;
  /** When wrap-up ends by itself, by this computer's clock; null when it is over already. */
  readonly until: number | null;
  readonly onEnd: () => void;
}

/** After the call: the time left as a thin line, and the way to be free sooner. */
export function WrapUpBar({ pop, until, onEnd }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const leftMs = until === null ? 0 : Math.max(0, until - now);
  const wholeMs = useLongest(until, leftMs);
  useKey('Shift+F2', onEnd, { evenWhileTyping: true });
  return (
    <>
      <section className={`${classes.bar} ${classes.ended}`} aria-label={t('desk.wrapUp')}>
        <p className={classes.who}>
          <b className={classes.state}>{until === null ? t('desk.ended') : t('desk.wrapUp')}</b>
          {pop && (callerName(pop) ?? t('state.withheld'))}
        </p>
        {until !== null && <span role="timer">{t('desk.wrapUpLeft', { time: duration(leftMs) })}</span>}
        <Button
          variant="default"
          onClick={onEnd}
          rightSection={<KeyHint>Shift F2</KeyHint>}
          aria-keyshortcuts="Shift+F2"
        >
          {until === null ? t('desk.dismiss') : t('desk.endWrapUp')}
        </Button>
      </section>
      {until !== null && (
        <div className={classes.line} aria-hidden>
          <div className={classes.left} style={{ transform: `scaleX(${wholeMs > 0 ? leftMs / wholeMs : 0})` }} />
        </div>
      )}
    </>
  );
}

/** The longest time left seen for one deadline: what the full line stands for. */
function useLongest(until: number | null, leftMs: number): number {
  const seen = useRef({ until, ms: leftMs });
  if (seen.current.until !== until) seen.current = { until, ms: leftMs };
  return seen.current.ms;
}
