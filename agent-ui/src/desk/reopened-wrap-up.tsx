import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchCall } from '../calls/api.ts';
import { ClientCard } from '../clients/client-card.tsx';
import page from '../ui/page.module.css';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { localTime, useDesk } from './desk-provider.tsx';
import { NoteField } from './note-field.tsx';
import { useEndWrapUp } from './use-end-wrap-up.ts';
import workspace from './workspace.module.css';
import { WrapUpBar } from './wrap-up-bar.tsx';

interface Props {
  readonly wrapUp: { readonly callId: string; readonly until: number };
}

/** The page was opened in the middle of wrap-up: the call is read from the log. */
export function ReopenedWrapUp({ wrapUp }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const onEnd = useEndWrapUp();
  const {
    data: call,
    error,
    refetch,
  } = useQuery({
    queryKey: ['calls', 'card', wrapUp.callId],
    queryFn: () => fetchCall(wrapUp.callId),
  });
  return (
    <div className={page.filled}>
      <WrapUpBar pop={null} until={localTime(desk, wrapUp.until)} onEnd={onEnd} />
      {!call && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!call && !error && <LoadingState />}
      {call && (
        <div className={workspace.desk}>
          <div className={workspace.card}>{call.clientId && <ClientCard clientId={call.clientId} />}</div>
          <Panel title={t('desk.thisCall')} className={workspace.side}>
            <div className={workspace.inside}>
              <NoteField key={call.callId} callId={call.callId} note={{ text: call.note, revision: 0 }} />
            </div>
          </Panel>
        </div>
      )}
    </div>
  );
}
