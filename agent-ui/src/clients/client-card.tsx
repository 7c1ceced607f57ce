import { Button, CloseButton, SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientView } from '../../../server/clients/contract.ts';
import { useMay } from '../app/session.tsx';
import { CallList } from '../calls/call-list.tsx';
import { EventList } from '../events/event-list.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { TaskList } from '../tasks/task-list.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import classes from './client-card.module.css';
import { ClientContacts } from './client-contacts.tsx';
import { ClientPhones } from './client-phones.tsx';
import { initials } from './initials.ts';
import { useClient } from './use-client.ts';

interface Props {
  readonly clientId: string;
  /** On the desk the card stays, so there it has no cross. */
  readonly onClose?: () => void;
}

/** «Картка клієнта»: who it is, how to reach them, and every call. */
export function ClientCard({ clientId, onClose }: Props) {
  const { client, error, refetch } = useClient(clientId);
  if (!client) {
    return <Panel>{error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={10} />}</Panel>;
  }
  return (
    <Panel className={classes.card}>
      <ClientHead client={client} onClose={onClose} />
      <ClientDetails client={client} />
      <div className={classes.parts}>
        <ClientPhones client={client} />
        <ClientContacts client={client} />
      </div>
      <ClientPast clientId={clientId} />
    </Panel>
  );
}

function ClientHead({ client, onClose }: { readonly client: ClientView; readonly onClose: (() => void) | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('clients.edit');
  const since = new Date(client.createdAt).getFullYear();
  const edit = () =>
    navigate({ to: '/clients/$clientId', params: { clientId: client.clientId }, search: { edit: true } });
  return (
    <header className={classes.head}>
      <span className={classes.sign} aria-hidden>
        {initials(client.name)}
      </span>
      <div className={classes.title}>
        <h2 title={client.name}>{client.name}</h2>
        <p>
          {[
            client.edrpou && `${t('clients.column.edrpou')} ${client.edrpou}`,
            t(`clients.kind.${client.kind}`),
            client.managerName ? `${t('desk.manager')}: ${client.managerName}` : t('clients.noManager'),
            t('clients.since', { date: since }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {mayEdit && (
        <Button variant="default" onClick={edit} rightSection={<KeyHint>F4</KeyHint>} aria-keyshortcuts="F4">
          {t('action.edit')}
        </Button>
      )}
      {onClose && <CloseButton aria-label={t('action.close')} onClick={onClose} />}
    </header>
  );
}

function ClientDetails({ client }: { readonly client: ClientView }) {
  const { t } = useTranslation();
  return (
    <section className={classes.part} aria-label={t('clients.details')}>
      <FactList
        facts={[
          [t('clients.column.code'), client.code],
          [t('clients.field.fullName'), client.fullName === client.name ? '' : client.fullName],
          [t('clients.field.address'), client.address],
          [t('clients.field.email'), client.email && <a href={`mailto:${client.email}`}>{client.email}</a>],
          [t('clients.field.note'), client.note],
        ]}
      />
    </section>
  );
}

type Past = 'calls' | 'events' | 'tasks' | 'history';

/** What there was with the client: calls, events, tasks, and changes of the card, for whoever may see them. */
function ClientPast({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Past>('calls');
  const choices: readonly { value: Past; label: string; isMine: boolean }[] = [
    { value: 'calls', label: t('clients.calls'), isMine: true },
    { value: 'events', label: t('events.title'), isMine: useMay('events.view') },
    { value: 'tasks', label: t('tasks.title'), isMine: useMay('tasks.view') },
    { value: 'history', label: t('history.title'), isMine: useMay('history.view') },
  ];
  const mine = choices.filter(({ isMine }) => isMine).map(({ value, label }) => ({ value, label }));
  return (
    <section className={classes.calls}>
      {mine.length > 1 ? (
        <SegmentedControl size="xs" aria-label={t('clients.calls')} data={mine} value={shown} onChange={setShown} />
      ) : (
        <h3 className={classes.heading}>{t('clients.calls')}</h3>
      )}
      {shown === 'history' && <HistoryList kind="client" objectId={clientId} />}
      {shown === 'events' && <EventList clientId={clientId} />}
      {shown === 'tasks' && <TaskList clientId={clientId} />}
      {shown === 'calls' && <CallList filter={{ clientId }} emptyTitle={t('clients.noCalls')} place="client" />}
    </section>
  );
}
