import { IconArrowDownLeft, IconArrowsLeftRight, IconArrowUpRight } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { CallLogRow } from '../../../server/calls/contract.ts';
import type { Column } from '../registry/column.ts';
import { duration } from '../ui/duration.ts';
import { fullTime, logTime } from '../ui/moment.ts';
import classes from './call-columns.module.css';

const signs = { in: IconArrowDownLeft, out: IconArrowUpRight, internal: IconArrowsLeftRight };
const isMissed = ({ outcome }: CallLogRow) => outcome !== null && outcome !== 'answered';

/** What a call is called: the client, else the number, else that it was withheld. */
export const callTitle = (t: TFunction, row: Pick<CallLogRow, 'clientName' | 'otherNumber' | 'otherText'>) =>
  row.clientName ?? (row.otherNumber === null ? t('state.withheld') : row.otherText);

export const outcomeWords = (t: TFunction, row: Pick<CallLogRow, 'outcome'>) =>
  row.outcome === null ? t('calls.live') : t(`calls.outcome.${row.outcome}`);

function Result({ row, t }: { readonly row: CallLogRow; readonly t: TFunction }) {
  const tone = row.outcome === null ? classes.live : isMissed(row) ? classes.missed : '';
  return <span className={tone}>{outcomeWords(t, row)}</span>;
}

function Direction({ row, t }: { readonly row: CallLogRow; readonly t: TFunction }) {
  const Sign = signs[row.direction];
  return (
    <span className={isMissed(row) ? classes.missed : classes.dim} title={t(`calls.direction.${row.direction}`)}>
      <Sign size={16} stroke={1.8} role="img" aria-label={t(`calls.direction.${row.direction}`)} />
    </span>
  );
}

const talk = (row: CallLogRow) => (row.talkSeconds > 0 ? duration(row.talkSeconds * 1000) : '—');

/** Where the calls stand: the log, beside an open card, on a client's card, on the desk of the person they belong to. */
export type CallsPlace = 'log' | 'beside' | 'client' | 'own';

const shown: Readonly<Record<CallsPlace, readonly string[]>> = {
  log: ['at', 'direction', 'who', 'number', 'line', 'person', 'wait', 'talk', 'result', 'note'],
  beside: ['at', 'direction', 'who', 'talk', 'result'],
  client: ['at', 'direction', 'person', 'talk', 'result', 'note'],
  own: ['at', 'direction', 'who', 'number', 'line', 'wait', 'talk', 'result', 'note'],
};

export function callColumns(t: TFunction, now: Date, place: CallsPlace): readonly Column<CallLogRow>[] {
  const at = (row: CallLogRow) => new Date(row.arrivedAt);
  const columns: readonly Column<CallLogRow>[] = [
    {
      id: 'at',
      title: t('calls.column.at'),
      width: '108px',
      isFigures: true,
      cell: (row) => logTime(at(row), now),
      hint: (row) => fullTime(at(row)),
    },
    {
      id: 'direction',
      title: '',
      width: '36px',
      cell: (row) => <Direction row={row} t={t} />,
      titleHint: t('calls.column.direction'),
    },
    { id: 'who', title: t('calls.column.who'), width: 'minmax(150px, 2fr)', cell: (row) => callTitle(t, row) },
    {
      id: 'number',
      title: t('calls.column.number'),
      width: '150px',
      isFigures: true,
      cell: (row) => (row.otherNumber === null ? t('state.withheld') : row.otherText),
    },
    { id: 'line', title: t('calls.column.line'), width: 'minmax(80px, 0.8fr)', cell: (row) => row.lineName ?? '' },
    {
      id: 'person',
      title: t('calls.column.person'),
      width: 'minmax(110px, 1fr)',
      cell: (row) => row.personName ?? '—',
    },
    {
      id: 'wait',
      title: t('calls.column.wait'),
      width: '68px',
      isNumber: true,
      cell: (row) => duration(row.waitSeconds * 1000),
    },
    { id: 'talk', title: t('calls.column.talk'), width: '76px', isNumber: true, cell: talk },
    {
      id: 'result',
      title: t('calls.column.result'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <Result row={row} t={t} />,
      hint: (row) => outcomeWords(t, row),
    },
    { id: 'note', title: t('calls.column.note'), width: 'minmax(80px, 1.4fr)', cell: (row) => row.note },
  ];
  return columns.filter(({ id }) => shown[place].includes(id));
}
