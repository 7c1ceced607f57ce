import type { TFunction } from 'i18next';
import type { HistoryRow } from '../../../server/history/contract.ts';
import type { Column } from '../registry/column.ts';
import { fullTime, logTime } from '../ui/moment.ts';
import { deedWord, kindWord, sideWord } from './history-words.ts';

/** `one`: of a single object, which need not be named in each row. */
export function historyColumns(t: TFunction, now: Date, of: 'one' | 'all'): readonly Column<HistoryRow>[] {
  const all: readonly Column<HistoryRow>[] = [
    {
      id: 'at',
      title: t('history.column.at'),
      width: '92px',
      isFigures: true,
      cell: ({ at }) => logTime(new Date(at), now),
      hint: ({ at }) => fullTime(new Date(at)),
    },
    {
      id: 'person',
      title: t('history.column.person'),
      width: 'minmax(100px, 1fr)',
      cell: ({ personName }) => personName ?? t('history.program'),
    },
    { id: 'kind', title: t('history.column.kind'), width: '110px', cell: ({ kind }) => kindWord(t, kind) },
    {
      id: 'object',
      title: t('history.column.object'),
      width: 'minmax(110px, 1.4fr)',
      cell: ({ objectName }) => objectName,
    },
    { id: 'field', title: t('history.column.field'), width: 'minmax(90px, 1fr)', cell: (row) => deedWord(t, row) },
    {
      id: 'before',
      title: t('history.column.before'),
      width: 'minmax(90px, 1.2fr)',
      cell: (row) => sideWord(t, row, 'before'),
    },
    {
      id: 'after',
      title: t('history.column.after'),
      width: 'minmax(90px, 1.2fr)',
      cell: (row) => sideWord(t, row, 'after'),
    },
    {
      id: 'source',
      title: t('history.column.source'),
      width: '96px',
      cell: ({ source }) => t(`history.source.${source}`),
    },
  ];
  const ofOne = ['at', 'person', 'field', 'before', 'after'];
  return of === 'all' ? all : all.filter(({ id }) => ofOne.includes(id));
}
