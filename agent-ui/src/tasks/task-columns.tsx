import type { TFunction } from 'i18next';
import type { TaskRow } from '../../../server/tasks/contract.ts';
import type { Column } from '../registry/column.ts';
import { fullTime, logTime } from '../ui/moment.ts';
import classes from './tasks.module.css';

/** Overdue red, done grey, closed struck out, on hold italic (D-02); the status and the word say it too. */
function toneOf({ isOverdue, stage }: TaskRow): string | undefined {
  if (isOverdue) return classes.overdue;
  if (stage === 'closed' || stage === 'cancelled') return classes.closed;
  if (stage === 'done') return classes.done;
  return stage === 'on_hold' ? classes.onHold : undefined;
}

export function taskColumns(t: TFunction, now: Date, place: 'list' | 'beside'): readonly Column<TaskRow>[] {
  const toned = (row: TaskRow, text: string) => <span className={toneOf(row)}>{text}</span>;
  const due = (row: TaskRow) => (row.dueAt === null ? '—' : logTime(new Date(row.dueAt), now));
  const columns: readonly Column<TaskRow>[] = [
    { id: 'number', title: t('tasks.field.number'), width: '140px', isFigures: true, cell: (row) => row.number ?? '—' },
    {
      id: 'subject',
      title: t('tasks.field.subject'),
      width: 'minmax(110px, 2fr)',
      cell: (row) => toned(row, row.subject),
      hint: (row) => row.subject,
    },
    { id: 'status', title: t('tasks.field.status'), width: '100px', cell: (row) => row.statusName },
    {
      id: 'due',
      title: t('tasks.field.dueAt'),
      width: 'minmax(110px, 200px)',
      isFigures: true,
      cell: (row) => toned(row, row.isOverdue ? `${due(row)} · ${t('tasks.overdue')}` : due(row)),
      hint: (row) => (row.dueAt ? fullTime(new Date(row.dueAt)) : ''),
    },
    {
      id: 'performer',
      title: t('tasks.field.performerId'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.performerName ?? '—',
    },
    {
      id: 'controller',
      title: t('tasks.field.controllerId'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.controllerName ?? '—',
    },
    {
      id: 'client',
      title: t('tasks.field.clientId'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.clientName ?? '—',
    },
  ];
  const beside = ['number', 'subject', 'due'];
  return place === 'list' ? columns : columns.filter(({ id }) => beside.includes(id));
}
