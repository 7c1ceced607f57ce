import type { TFunction } from 'i18next';
import type { EventRow } from '../../../server/events/contract.ts';
import type { Column } from '../registry/column.ts';
import { fullTime, logTime } from '../ui/moment.ts';

export function eventColumns(t: TFunction, now: Date, place: 'list' | 'beside'): readonly Column<EventRow>[] {
  const columns: readonly Column<EventRow>[] = [
    {
      id: 'number',
      title: t('events.field.number'),
      width: '140px',
      isFigures: true,
      cell: (row) => row.number ?? '—',
    },
    {
      id: 'at',
      title: t('events.field.happenedAt'),
      width: '92px',
      isFigures: true,
      cell: (row) => logTime(new Date(row.happenedAt), now),
      hint: (row) => fullTime(new Date(row.happenedAt)),
    },
    { id: 'type', title: t('events.field.type'), width: 'minmax(90px, 1fr)', cell: (row) => row.typeName ?? row.type },
    { id: 'subject', title: t('events.field.subject'), width: 'minmax(110px, 2fr)', cell: (row) => row.subject },
    {
      id: 'client',
      title: t('events.field.clientId'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.clientName ?? '—',
    },
    {
      id: 'project',
      title: t('events.field.projectId'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.projectName ?? '—',
    },
    {
      id: 'responsible',
      title: t('events.field.responsibleId'),
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.responsibleName ?? '—',
    },
    {
      id: 'state',
      title: t('events.field.isOpen'),
      width: '80px',
      cell: (row) => t(row.isOpen ? 'events.open' : 'events.closed'),
    },
  ];
  const beside = ['number', 'at', 'subject'];
  return place === 'list' ? columns : columns.filter(({ id }) => beside.includes(id));
}
