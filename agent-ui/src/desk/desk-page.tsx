import type { PopView } from '../../../server/calls/contract.ts';
import { useSession } from '../app/session.tsx';
import page from '../ui/page.module.css';
import { CallBar } from './call-bar.tsx';
import { cardOf } from './caller.ts';
import { localTime, useDesk } from './desk-provider.tsx';
import { ringingOf, workspaceOf } from './desk-state.ts';
import { IdleDesk } from './idle-desk.tsx';
import { ReopenedWrapUp } from './reopened-wrap-up.tsx';
import { useCallCommands } from './use-call-commands.ts';
import { useEndWrapUp } from './use-end-wrap-up.ts';
import { Workspace } from './workspace.tsx';
import { WrapUpBar } from './wrap-up-bar.tsx';

/** «Стіл»: the call in hand with its card and note, else what the day has brought so far. */
export function DeskPage() {
  const { desk } = useDesk();
  const { openCardOnCall } = useSession();
  // While it only rings the card is there by the person's tick, and never in place of a note being written.
  const announced = openCardOnCall ? ringingOf(desk).find((one) => cardOf(one) !== null) : undefined;
  const pop = workspaceOf(desk) ?? announced;
  if (pop) return <CallInHand key={pop.callId} pop={pop} />;
  return desk.wrapUp ? <ReopenedWrapUp wrapUp={desk.wrapUp} /> : <IdleDesk />;
}

function CallInHand({ pop }: { readonly pop: PopView }) {
  const { desk } = useDesk();
  const { hangUp, choose } = useCallCommands(pop.callId);
  const onEnd = useEndWrapUp();
  const isOver = desk.finished?.callId === pop.callId;
  const until = desk.wrapUp?.callId === pop.callId ? localTime(desk, desk.wrapUp.until) : null;
  return (
    <div className={page.filled}>
      {isOver && <WrapUpBar pop={pop} until={until} onEnd={onEnd} />}
      {!isOver && pop.state !== 'ringing' && <CallBar pop={pop} skewMs={desk.skewMs} onHangUp={hangUp} />}
      <Workspace pop={pop} onChoose={choose} />
    </div>
  );
}
