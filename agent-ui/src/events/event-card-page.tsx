import { Button, CloseButton, Group } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EventView } from '../../../server/events/contract.ts';
import { useMay } from '../app/session.tsx';
import classes from '../tasks/tasks.module.css';
import { useTasks } from '../tasks/use-tasks.ts';
import { duration } from '../ui/duration.ts';
import { FactList } from '../ui/fact-list.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { fullTime } from '../ui/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { EventForm } from './event-form.tsx';
import { filterOf } from './event-search.ts';
import { useEvent } from './use-events.ts';

/** The event in the address: read, changed (`edit`) or made (`new` in place of the id). */
export function EventCardPage() {
  const { eventId } = useParams({ from: '/frame/events/$eventId' });
  const search = useSearch({ from: '/frame/events' });
  const filter = filterOf(search);
  const navigate = useNavigate();
  const close = () => navigate({ to: '/events', search: filter });
  const show = (id: string) => navigate({ to: '/events/$eventId', params: { eventId: id }, search: filter });
  const { clientId = null, projectId = null } = search;
  if (eventId === 'new')
    return <EventForm event={null} begin={{ clientId, projectId }} onSaved={show} onCancel={close} />;
  return (
    <KnownEvent
      key={eventId}
      eventId={eventId}
      isEdited={search.edit ?? false}
      onShow={() => show(eventId)}
      onClose={close}
    />
  );
}

interface Props {
  readonly eventId: string;
  readonly isEdited: boolean;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

function KnownEvent({ eventId, isEdited, onShow, onClose }: Props) {
  const { event, error, refetch } = useEvent(eventId);
  if (!event)
    return <Panel>{error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={10} />}</Panel>;
  if (isEdited) return <EventForm event={event} onSaved={onShow} onCancel={onShow} />;
  return <EventCard event={event} onClose={onClose} />;
}

function EventCard({ event, onClose }: { readonly event: EventView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={`${event.number ?? ''} ${event.subject}`.trim()}
      aside={<EventMenu event={event} onClose={onClose} />}
    >
      <div className={classes.card}>
        <FactList
          facts={[
            [t('events.field.type'), event.typeName ?? event.type],
            [t('events.field.happenedAt'), fullTime(new Date(event.happenedAt))],
            [t('events.field.isOpen'), t(event.isOpen ? 'events.open' : 'events.closed')],
            [
              t('events.field.clientId'),
              event.clientId && (
                <Link key="client" to="/clients/$clientId" params={{ clientId: event.clientId }}>
                  {event.clientName}
                </Link>
              ),
            ],
            [t('events.field.contactId'), event.contactName],
            [t('events.field.address'), event.address],
            [t('events.field.projectId'), event.projectName],
            [t('events.field.responsibleId'), event.responsibleName],
            [t('events.duration'), event.durationSeconds === null ? null : duration(event.durationSeconds * 1000)],
            [
              t('events.field.callId'),
              event.callId && (
                <Link key="call" to="/calls/$callId" params={{ callId: event.callId }}>
                  {t('calls.card')}
                </Link>
              ),
            ],
            [t('events.field.result'), event.result],
          ]}
        />
        {event.text && <p className={classes.text}>{event.text}</p>}
        <EventTasks eventId={event.eventId} />
      </div>
    </Panel>
  );
}

/** Menu «Документ»: change, and a task on the basis of the event. */
function EventMenu({ event, onClose }: { readonly event: EventView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [mayEdit, mayCreate] = [useMay('events.edit'), useMay('tasks.edit')];
  return (
    <Group gap={6} wrap="nowrap" role="toolbar" aria-label={t('events.document')}>
      {mayCreate && (
        <Button
          variant="default"
          onClick={() =>
            navigate({ to: '/tasks/$taskId', params: { taskId: 'new' }, search: { fromEvent: event.eventId } })
          }
        >
          {t('tasks.create')}
        </Button>
      )}
      {mayEdit && (
        <Button
          variant="default"
          rightSection={<KeyHint>F4</KeyHint>}
          onClick={() =>
            navigate({ to: '/events/$eventId', params: { eventId: event.eventId }, search: { edit: true } })
          }
        >
          {t('action.edit')}
        </Button>
      )}
      <CloseButton aria-label={t('action.close')} onClick={onClose} />
    </Group>
  );
}

/** The tasks made on the basis of the event. */
function EventTasks({ eventId }: { readonly eventId: string }) {
  const { t } = useTranslation();
  const { rows = [] } = useTasks({ sourceEventId: eventId });
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('tasks.title')}>
      <h3 className={classes.heading}>{t('tasks.title')}</h3>
      <ul className={classes.comments}>
        {rows.map((task) => (
          <li key={task.taskId}>
            <Link to="/tasks/$taskId" params={{ taskId: task.taskId }}>
              {`${task.number ?? ''} ${task.subject}`.trim()}
            </Link>{' '}
            <span className={classes.dim}>{task.statusName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
