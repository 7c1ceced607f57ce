import { Button } from '@mantine/core';
import { IconPhone, IconPhoneEnd } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PopView } from '../../../server/calls/contract.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { Timer } from '../ui/timer.tsx';
import { useKey } from '../ui/use-key.ts';
import classes from './call-bar.module.css';
import { callerOf } from './caller.ts';
import { CallerHeading } from './caller-heading.tsx';

interface Props {
  readonly pop: PopView;
  readonly skewMs: number;
  readonly onHangUp: () => void;
  /** A further command at the right, such as the way to the desk. */
  readonly children?: ReactNode;
}

/** The strip once somebody talks: who, how long, and the end of it. */
export function CallBar({ pop, skewMs, onHangUp, children }: Props) {
  const { t } = useTranslation();
  useKey('Shift+F2', onHangUp, { evenWhileTyping: true });
  const kind =
    pop.direction === 'out' ? t('desk.outgoing') : pop.direction === 'internal' ? t('desk.internalCall') : null;
  return (
    <section className={classes.bar} aria-label={t('desk.thisCall')}>
      <span className={classes.sign} aria-hidden>
        <IconPhone size={22} stroke={1.6} />
      </span>
      <div className={classes.who}>
        <CallerHeading pop={pop} caller={callerOf(pop)} />
        <p className={classes.facts}>
          <b className={classes.state}>{t(`desk.state.${pop.state}`)}</b>
          {[kind, pop.callerText, pop.lineName && `${t('desk.line')} ${pop.lineName}`].filter(Boolean).join(' · ')}
        </p>
      </div>
      <span className={classes.timer}>
        <Timer since={(pop.talkingSince ?? pop.offeredAt) - skewMs} />
      </span>
      {children}
      <Button
        className={classes.end}
        leftSection={<IconPhoneEnd size={16} />}
        rightSection={<KeyHint>Shift F2</KeyHint>}
        onClick={onHangUp}
        aria-keyshortcuts="Shift+F2"
      >
        {t('desk.hangUp')}
      </Button>
    </section>
  );
}
