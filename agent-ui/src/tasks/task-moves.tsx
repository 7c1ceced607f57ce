import { Button, Checkbox, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskStatusView } from '../../../server/directories/contract.ts';
import { type TaskView, whyNotMove } from '../../../server/tasks/contract.ts';
import { useSession } from '../app/session.tsx';
import { RefusedError } from '../live/request.ts';
import { errorWords } from '../ui/error-words.ts';
import grid from '../ui/form-grid.module.css';
import { notifyFailed } from '../ui/notify.ts';
import { moveTask } from './api.ts';
import { useStatuses, useTakeTask } from './use-tasks.ts';

const askedFor: readonly string[] = ['move_reason_required', 'hold_date_required', 'parts_open'];

/** The statuses the task may go to; those that are somebody else's to choose are grey, by the server's own rule (D-02). */
export function TaskMoves({ task }: { readonly task: TaskView }) {
  const { t } = useTranslation();
  const { personId } = useSession();
  const take = useTakeTask();
  const [asked, setAsked] = useState<{ status: TaskStatusView; error: RefusedError } | null>(null);
  const openParts = task.people.filter(({ role, doneAt }) => role === 'co_performer' && doneAt === null).length;
  const rule = { ...task, projectManagerId: null, openParts };
  const offered = useStatuses()
    .filter(({ isActive, stage }) => isActive && whyNotMove(rule, { to: stage, personId }) !== 'move_not_allowed')
    .map((status) => ({ status, refusal: whyNotMove(rule, { to: status.stage, personId }) }));

  const move = async (status: TaskStatusView, more: MoveMore = blank) => {
    const holdUntil = more.holdUntil === '' ? null : new Date(more.holdUntil).toISOString();
    try {
      take(await moveTask(task.taskId, { ...more, version: task.version, status: status.code, holdUntil }));
      setAsked(null);
    } catch (error) {
      if (error instanceof RefusedError && askedFor.includes(error.code)) setAsked({ status, error });
      else notifyFailed(t, error);
    }
  };
  return (
    <Group gap={6} role="group" aria-label={t('tasks.moves')}>
      {offered.map(({ status, refusal }) => (
        <Button
          key={status.code}
          variant="default"
          disabled={refusal !== null}
          title={refusal ? t(`refusal.${refusal}`) : undefined}
          onClick={() => void move(status)}
        >
          {status.name}
        </Button>
      ))}
      {asked && (
        <MoveWindow
          status={asked.status}
          error={asked.error}
          onMove={(more) => void move(asked.status, more)}
          onClose={() => setAsked(null)}
        />
      )}
    </Group>
  );
}

interface MoveMore {
  readonly reason: string;
  readonly holdUntil: string;
  readonly confirmsOpenParts: boolean;
}
const blank: MoveMore = { reason: '', holdUntil: '', confirmsOpenParts: false };

interface WindowProps {
  readonly status: TaskStatusView;
  readonly error: RefusedError;
  readonly onMove: (more: MoveMore) => void;
  readonly onClose: () => void;
}

/** Asks for what the move needs: a reason, a date, a confirmation. */
function MoveWindow({ status, error, onMove, onClose }: WindowProps) {
  const { t } = useTranslation();
  const [more, setMore] = useState(blank);
  return (
    <Modal
      opened
      onClose={onClose}
      title={status.name}
      size={460}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={grid.form}
        onSubmit={(event) => {
          event.preventDefault();
          onMove(more);
        }}
      >
        <p className={grid.warn} role="alert">
          {errorWords(t, error)}
        </p>
        <Textarea
          label={t('tasks.field.reason')}
          value={more.reason}
          onChange={(event) => setMore({ ...more, reason: event.currentTarget.value })}
          data-autofocus
          autosize
          minRows={2}
        />
        {status.stage === 'on_hold' && (
          <TextInput
            label={t('tasks.field.holdUntil')}
            type="datetime-local"
            value={more.holdUntil}
            onChange={(event) => setMore({ ...more, holdUntil: event.currentTarget.value })}
          />
        )}
        {status.stage === 'done' && (
          <Checkbox
            label={t('tasks.confirmParts')}
            checked={more.confirmsOpenParts}
            onChange={(event) => setMore({ ...more, confirmsOpenParts: event.currentTarget.checked })}
          />
        )}
        <footer className={grid.foot}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit">{status.name}</Button>
        </footer>
      </form>
    </Modal>
  );
}
