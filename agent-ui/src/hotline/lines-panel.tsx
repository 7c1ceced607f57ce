import { IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineBoardView } from '../../../server/hotline/contract.ts';
import type { CallSearch } from '../calls/call-search.ts';
import type { Column } from '../registry/column.ts';
import { Registry } from '../registry/registry.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/plain-state.tsx';
import { Timer } from '../ui/timer.tsx';
import classes from './board-page.module.css';
import type { BoardState } from './board-state.ts';

/** Today by line; each figure leads to its calls. */
export function LinesPanel({ board }: { readonly board: BoardState }) {
  const { t } = useTranslation();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  return (
    <Panel title={t('hotline.lines')} fills>
      <Registry
        label={t('hotline.lines')}
        columns={useLineColumns(board.skewMs)}
        rows={board.lines}
        idOf={(line) => line.lineId}
        selectedId={selectedId}
        onSelect={setSelectedId}
        empty={<EmptyState icon={IconPhone} title={t('hotline.noLines')} />}
      />
    </Panel>
  );
}

function useLineColumns(skewMs: number): readonly Column<LineBoardView>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const figure = (line: LineBoardView, count: number, result: NonNullable<CallSearch['result']>) => (
      <Link
        to="/calls"
        search={{ period: 'today', direction: 'in', lineId: line.lineId, result }}
        className={`${classes.link} ${result === 'missed' && count > 0 ? classes.bad : ''}`}
      >
        {count}
      </Link>
    );
    return [
      {
        id: 'line',
        title: t('hotline.column.line'),
        width: 'minmax(100px, 1.4fr)',
        cell: (line) => line.name,
        hint: (line) => `${line.name} · ${line.numbers.join(', ')}`,
      },
      {
        id: 'waiting',
        title: t('hotline.column.waiting'),
        width: '74px',
        isNumber: true,
        cell: (line) => <span className={line.waiting > 0 ? classes.ringing : ''}>{line.waiting}</span>,
      },
      {
        id: 'longest',
        title: t('hotline.column.longest'),
        width: '84px',
        isNumber: true,
        cell: (line) => (line.longestSince === null ? t('state.none') : <Timer since={line.longestSince - skewMs} />),
      },
      {
        id: 'serviceLevel',
        title: t('hotline.column.serviceLevel'),
        titleHint: t('hotline.column.serviceLevelHint'),
        width: '62px',
        isNumber: true,
        cell: ({ serviceLevel }) => (serviceLevel.percent === null ? t('state.none') : `${serviceLevel.percent} %`),
        hint: ({ serviceLevel }) =>
          t('hotline.tile.formulaTarget', {
            inTime: serviceLevel.inTime,
            of: serviceLevel.of,
            target: serviceLevel.targetSeconds,
          }),
      },
      {
        id: 'answered',
        title: t('hotline.column.answered'),
        width: '84px',
        isNumber: true,
        cell: (line) => figure(line, line.answered, 'answered'),
      },
      {
        id: 'missed',
        title: t('hotline.column.missed'),
        width: '92px',
        isNumber: true,
        cell: (line) => figure(line, line.missed, 'missed'),
      },
    ];
  }, [t, skewMs]);
}
