import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../server/calls/contract.ts';
import { NoteField } from '../desk/note-field.tsx';
import { duration } from '../ui/duration.ts';
import { FactList } from '../ui/fact-list.tsx';
import { fullTime } from '../ui/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { fetchCall } from './api.ts';
import classes from './call-card.module.css';
import { callTitle, outcomeWords } from './call-columns.tsx';
import { CallLegs } from './call-legs.tsx';
import { CallStory } from './call-story.tsx';

/** The card of the call in the address. */
export function CallCardPage() {
  const { t } = useTranslation();
  const { callId } = useParams({ from: '/frame/calls/$callId' });
  const search = useSearch({ from: '/frame/calls' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({ queryKey: ['calls', 'card', callId], queryFn: () => fetchCall(callId) });
  return (
    <Panel
      title={data ? callTitle(t, data) : t('calls.card')}
      aside={<CloseButton aria-label={t('action.close')} onClick={() => navigate({ to: '/calls', search })} />}
    >
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState lines={10} />)}
      {data && <CallCard key={callId} call={data} />}
    </Panel>
  );
}

/** One conversation: what it was, the note, who was called and why them, and its course. */
export function CallCard({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  return (
    <div className={classes.card}>
      <FactList
        facts={[
          [t('calls.column.at'), fullTime(new Date(call.arrivedAt))],
          [t('calls.column.result'), `${t(`calls.direction.${call.direction}`)}, ${outcomeWords(t, call)}`],
          [t('calls.client'), call.clientId ? <ClientLink key="client" call={call} /> : t('calls.nobody')],
          [t('calls.column.number'), call.otherNumber === null ? t('state.withheld') : call.otherText],
          [t('calls.column.line'), call.lineName],
          [t('calls.dialled'), call.dialled],
          [t('calls.column.person'), call.personName],
          [t('calls.column.wait'), duration(call.waitSeconds * 1000)],
          [t('calls.column.talk'), call.talkSeconds > 0 ? duration(call.talkSeconds * 1000) : null],
          [t('calls.caller'), call.callerName],
        ]}
      />
      <h3 className={classes.heading}>{t('desk.note')}</h3>
      <NoteField callId={call.callId} note={{ text: call.note, revision: 0 }} />
      <h3 className={classes.heading}>{t('calls.legs')}</h3>
      <CallLegs call={call} />
      <h3 className={classes.heading}>{t('calls.story')}</h3>
      <CallStory call={call} />
    </div>
  );
}

function ClientLink({ call }: { readonly call: CallView }) {
  if (call.clientId === null) return null;
  return (
    <Link to="/clients/$clientId" params={{ clientId: call.clientId }}>
      {call.clientName}
    </Link>
  );
}
