import { Button, Checkbox, CloseButton, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../server/tasks/contract.ts';
import { useMay, useSession } from '../app/session.tsx';
import { fetchEvent } from '../events/api.ts';
import { FactList } from '../ui/fact-list.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { fullTime } from '../ui/moment.ts';
import { notifyFailed } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { commentTask, markPart } from './api.ts';
import { TaskForm } from './task-form.tsx';
import { TaskMoves } from './task-moves.tsx';
import { filterOf } from './task-search.ts';
import classes from './tasks.module.css';
import { useTakeTask, useTask } from './use-tasks.ts';

/** The task in the address: read, changed (`edit`) or made (`new` in place of the id). */
export function TaskCardPage() {
  const { t } = useTranslation();
  const { taskId } = useParams({ from: '/frame/tasks/$taskId' });
  const search = useSearch({ from: '/frame/tasks' });
  const filter = filterOf(search);
  const navigate = useNavigate();
  const close = () => navigate({ to: '/tasks', search: filter });
  const show = (id: string) => navigate({ to: '/tasks/$taskId', params: { taskId: id }, search: filter });
  if (taskId !== 'new')
    return (
      <KnownTask
        key={taskId}
        taskId={taskId}
        isEdited={search.edit ?? false}
        onShow={() => show(taskId)}
        onClose={close}
      />
    );
  if (search.fromEvent) return <TaskFromEvent eventId={search.fromEvent} onSaved={show} onCancel={close} />;
  const { clientId = null, projectId = null } = search;
  return (
    <TaskForm key={t('tasks.newCard')} task={null} begin={{ clientId, projectId }} onSaved={show} onCancel={close} />
  );
}

interface FromEventProps {
  readonly eventId: string;
  readonly onSaved: (taskId: string) => void;
  readonly onCancel: () => void;
}

/** Mode 3: the task inherits the event's client, contact, project and text. */
function TaskFromEvent({ eventId, onSaved, onCancel }: FromEventProps) {
  const {
    data: event,
    error,
    refetch,
  } = useQuery({ queryKey: ['events', 'card', eventId], queryFn: () => fetchEvent(eventId) });
  if (!event)
    return (
      <Panel>{error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState lines={10} />}</Panel>
    );
  const { subject, text, clientId, contactId, projectId } = event;
  const begin = { subject, description: text, clientId, contactId, projectId, sourceEventId: eventId };
  return <TaskForm task={null} begin={begin} onSaved={onSaved} onCancel={onCancel} />;
}

interface KnownProps {
  readonly taskId: string;
  readonly isEdited: boolean;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

function KnownTask({ taskId, isEdited, onShow, onClose }: KnownProps) {
  const { task, error, refetch } = useTask(taskId);
  if (!task)
    return <Panel>{error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={10} />}</Panel>;
  if (isEdited) return <TaskForm task={task} onSaved={onShow} onCancel={onShow} />;
  return <TaskCard task={task} onClose={onClose} />;
}

function TaskCard({ task, onClose }: { readonly task: TaskView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('tasks.edit');
  const at = (moment: string | null) => moment && fullTime(new Date(moment));
  const names = (role: string) =>
    task.people
      .filter((one) => one.role === role)
      .map(({ personName }) => personName)
      .join(', ');
  return (
    <Panel
      title={`${task.number ?? ''} ${task.subject}`.trim()}
      aside={
        <Group gap={6} wrap="nowrap">
          {mayEdit && (
            <Button
              variant="default"
              rightSection={<KeyHint>F4</KeyHint>}
              onClick={() =>
                navigate({ to: '/tasks/$taskId', params: { taskId: task.taskId }, search: { edit: true } })
              }
            >
              {t('action.edit')}
            </Button>
          )}
          <CloseButton aria-label={t('action.close')} onClick={onClose} />
        </Group>
      }
    >
      <div className={classes.card}>
        {mayEdit && <TaskMoves task={task} />}
        <FactList
          facts={[
            [t('tasks.field.status'), task.isOverdue ? `${task.statusName} · ${t('tasks.overdue')}` : task.statusName],
            [t('tasks.field.reason'), task.reason],
            [t('tasks.field.holdUntil'), at(task.holdUntil)],
            [t('tasks.field.authorId'), task.authorName],
            [t('tasks.field.performerId'), task.performerName],
            [t('tasks.field.coPerformerIds'), <Parts key="parts" task={task} />],
            [t('tasks.field.controllerId'), task.controllerName],
            [t('tasks.field.observerIds'), names('observer')],
            [t('tasks.field.priority'), t(`tasks.priority.${task.priority}`)],
            [t('tasks.field.plannedStartAt'), at(task.plannedStartAt)],
            [t('tasks.field.dueAt'), at(task.dueAt)],
            [t('tasks.field.startedAt'), at(task.startedAt)],
            [t('tasks.field.finishedAt'), at(task.finishedAt)],
            [t('tasks.field.percentDone'), `${task.percentDone} %`],
            [
              t('tasks.field.clientId'),
              task.clientId && (
                <Link key="client" to="/clients/$clientId" params={{ clientId: task.clientId }}>
                  {task.clientName}
                </Link>
              ),
            ],
            [t('tasks.field.contactId'), task.contactName],
            [t('tasks.field.projectId'), task.projectName],
            [
              t('tasks.field.sourceEventId'),
              task.sourceEventId && (
                <Link key="event" to="/events/$eventId" params={{ eventId: task.sourceEventId }}>
                  {task.sourceEventNumber ?? t('events.card')}
                </Link>
              ),
            ],
            [t('tasks.field.result'), task.result],
          ]}
        />
        {task.description && <p className={classes.text}>{task.description}</p>}
        <Comments task={task} />
      </div>
    </Panel>
  );
}

/** Each co-performer and whether their part is done; the own one can be marked. */
function Parts({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation();
  const take = useTakeTask();
  const { personId } = useSession();
  const mark = (isDone: boolean) =>
    markPart(task.taskId, isDone).then(take, (error: unknown) => notifyFailed(t, error));
  const others = task.people.filter(({ role }) => role === 'co_performer');
  if (others.length === 0) return '—';
  return others.map((one) => (
    <Checkbox
      key={one.personId}
      label={`${one.personName}: ${t(one.doneAt ? 'tasks.partDone' : 'tasks.partOpen')}`}
      checked={one.doneAt !== null}
      disabled={one.personId !== personId}
      onChange={(event) => void mark(event.currentTarget.checked)}
    />
  ));
}

function Comments({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation();
  const take = useTakeTask();
  const mayEdit = useMay('tasks.edit');
  const [text, setText] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    try {
      take(await commentTask(task.taskId, text.trim()));
      setText('');
    } catch (error) {
      notifyFailed(t, error);
    }
  };
  return (
    <section aria-label={t('tasks.comments')}>
      <h3 className={classes.heading}>{t('tasks.comments')}</h3>
      <ul className={classes.comments}>
        {task.comments.map((comment) => (
          <li key={comment.commentId}>
            <span className={classes.dim}>{`${comment.authorName}, ${fullTime(new Date(comment.createdAt))}`}</span>
            <p className={classes.text}>{comment.text}</p>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <form onSubmit={save}>
          <Textarea
            aria-label={t('tasks.comment')}
            placeholder={t('tasks.comment')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={4000}
            autosize
            mb={6}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''}>
            {t('action.add')}
          </Button>
        </form>
      )}
    </section>
  );
}
