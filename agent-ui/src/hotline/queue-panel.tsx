import { IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingCallView } from '../../../server/hotline/contract.ts';
import type { Column } from '../registry/column.ts';
import { Registry } from '../registry/registry.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/plain-state.tsx';
import { Timer } from '../ui/timer.tsx';
import classes from './board-page.module.css';
import type { BoardState } from './board-state.ts';

/** Who waits, in the order they will be served, and why they still wait. */
export function QueuePanel({ board }: { readonly board: BoardState }) {
  const { t } = useTranslation();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  return (
    <Panel title={t('hotline.queue')} aside={t('hotline.queueRule')} fills>
      <Registry
        label={t('hotline.queue')}
        columns={useQueueColumns(board)}
        rows={board.queue}
        idOf={(call) => call.callId}
        selectedId={selectedId}
        onSelect={setSelectedId}
        empty={<EmptyState icon={IconUserCheck} title={t('hotline.nobodyWaits')} />}
      />
    </Panel>
  );
}

function useQueueColumns({ lines, people, skewMs }: BoardState): readonly Column<WaitingCallView>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const nameOf = (personId: string) => people.find((one) => one.personId === personId)?.name ?? '—';
    const why = ({ ringingPersonId }: WaitingCallView) =>
      ringingPersonId === null ? t('hotline.nobodyFree') : t('hotline.ringingTo', { name: nameOf(ringingPersonId) });
    return [
      { id: 'order', title: t('hotline.column.order'), width: '40px', isNumber: true, cell: (call) => call.position },
      {
        id: 'who',
        title: t('hotline.column.who'),
        width: 'minmax(120px, 1.3fr)',
        cell: (call) => (
          <Link to="/calls/$callId" params={{ callId: call.callId }} className={classes.link}>
            {call.callerText || t('state.withheld')}
          </Link>
        ),
        hint: (call) => call.callerText,
      },
      {
        id: 'line',
        title: t('hotline.column.line'),
        width: 'minmax(80px, 0.8fr)',
        cell: (call) => lines.find((line) => line.lineId === call.lineId)?.name ?? '—',
      },
      {
        id: 'waits',
        title: t('hotline.column.waits'),
        width: '62px',
        isNumber: true,
        cell: (call) => <Timer since={call.since - skewMs} />,
      },
      {
        id: 'why',
        title: t('hotline.column.why'),
        width: 'minmax(100px, 1fr)',
        cell: (call) => <span className={classes.dim}>{why(call)}</span>,
        hint: why,
      },
    ];
  }, [t, lines, people, skewMs]);
}
