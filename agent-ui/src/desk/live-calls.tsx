import { Button } from '@mantine/core';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PopView } from '../../../server/calls/contract.ts';
import { useSession } from '../app/session.tsx';
import { useLive } from '../live/live-provider.tsx';
import { isTypingIn } from '../ui/key-combo.ts';
import { CallBar } from './call-bar.tsx';
import { callerName } from './caller.ts';
import { useDesk } from './desk-provider.tsx';
import { ringingOf } from './desk-state.ts';
import classes from './live-calls.module.css';
import { PopStrip } from './pop-strip.tsx';
import { startRingAlert } from './ring-alert.ts';
import { useCallCommands } from './use-call-commands.ts';

/** Above every page: the calls that ring, and the talk when the page is not the desk. */
export function LiveCalls() {
  const { t } = useTranslation();
  const { desk, isLeader, takeOver } = useDesk();
  const isOnDesk = useRouterState({ select: (state) => state.location.pathname === '/' });
  const ringing = ringingOf(desk);
  const talk = desk.pops.find((pop) => pop.state !== 'ringing');
  useRingAlert(isLeader ? ringing[0] : undefined);
  useOpenDesk(isLeader ? talk : undefined);

  if (ringing.length === 0 && !(talk && !isOnDesk)) return null;
  if (!isLeader) {
    return (
      <div className={classes.elsewhere} role="status">
        {t('desk.otherTab')}
        <Button variant="default" onClick={takeOver}>
          {t('action.showHere')}
        </Button>
      </div>
    );
  }
  return (
    <section className={classes.calls} aria-label={t('desk.calls')}>
      {ringing.map((pop) => (
        <RingingCall key={pop.callId} pop={pop} />
      ))}
      {talk && !isOnDesk && <TalkElsewhere pop={talk} />}
    </section>
  );
}

function RingingCall({ pop }: { readonly pop: PopView }) {
  const { live } = useLive();
  const { desk } = useDesk();
  const { decline, choose } = useCallCommands(pop.callId);
  const tellSeen = useCallback(
    ({ callId, offerNo }: PopView) =>
      live.ask('call.pop_seen', { callId, offerNo, paintedAt: Date.now() + desk.skewMs }),
    [live, desk.skewMs],
  );
  return <PopStrip pop={pop} skewMs={desk.skewMs} onPainted={tellSeen} onChoose={choose} onDecline={decline} />;
}

function TalkElsewhere({ pop }: { readonly pop: PopView }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const { hangUp } = useCallCommands(pop.callId);
  return (
    <CallBar pop={pop} skewMs={desk.skewMs} onHangUp={hangUp}>
      <Button variant="default" onClick={() => navigate({ to: '/' })}>
        {t('desk.goToDesk')}
      </Button>
    </CallBar>
  );
}

function useRingAlert(pop: PopView | undefined) {
  const { t } = useTranslation();
  const words = pop && t('desk.incoming', { name: callerName(pop) ?? t('state.withheld') });
  useEffect(() => {
    if (!words) return;
    const alert = startRingAlert(words);
    return () => alert.stop();
  }, [words]);
}

/** By the person's tick the desk with the card comes to the front when they answer, unless they are typing. */
function useOpenDesk(talk: PopView | undefined) {
  const { openCardOnCall } = useSession();
  const navigate = useNavigate();
  const opened = useRef<string | null>(null);
  const callId = talk?.callId;
  useEffect(() => {
    if (!callId || opened.current === callId) return;
    opened.current = callId;
    if (openCardOnCall && !isTypingIn(document.activeElement)) void navigate({ to: '/' });
  }, [callId, openCardOnCall, navigate]);
}
