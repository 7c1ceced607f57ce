import type { TFunction } from 'i18next';
import type { ClientRow } from '../../../server/clients/contract.ts';
import type { Column } from '../registry/column.ts';
import { fullTime, sinceWhen } from '../ui/moment.ts';

/** `short` beside an open card. */
export function clientColumns(t: TFunction, now: Date, size: 'full' | 'short'): readonly Column<ClientRow>[] {
  const minutesAgo = (minutes: number) =>
    minutes === 0 ? t('state.justNow') : t('state.minutesAgo', { count: minutes });
  const full: readonly Column<ClientRow>[] = [
    { id: 'name', title: t('clients.column.name'), width: 'minmax(200px, 2.4fr)', cell: (row) => row.name },
    { id: 'code', title: t('clients.column.code'), width: '100px', cell: (row) => row.code },
    {
      id: 'kind',
      title: t('clients.column.kind'),
      width: 'minmax(90px, 0.8fr)',
      cell: (row) => t(`clients.kind.${row.kind}`),
    },
    { id: 'edrpou', title: t('clients.column.edrpou'), width: '106px', isFigures: true, cell: (row) => row.edrpou },
    { id: 'phone', title: t('clients.column.phone'), width: '152px', isFigures: true, cell: (row) => row.phone ?? '' },
    {
      id: 'manager',
      title: t('clients.column.manager'),
      width: 'minmax(110px, 1fr)',
      cell: (row) => row.managerName ?? '',
    },
    {
      id: 'lastCall',
      title: t('clients.column.lastCall'),
      width: '130px',
      isNumber: true,
      cell: (row) => (row.lastCallAt ? sinceWhen(new Date(row.lastCallAt), now, minutesAgo) : ''),
      hint: (row) => (row.lastCallAt ? fullTime(new Date(row.lastCallAt)) : ''),
    },
  ];
  const narrow = ['name', 'phone', 'lastCall'];
  return size === 'full' ? full : full.filter(({ id }) => narrow.includes(id));
}
