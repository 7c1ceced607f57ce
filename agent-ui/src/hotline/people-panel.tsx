import { SegmentedControl } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonStateView } from '../../../server/presence/contract.ts';
import { useMay } from '../app/session.tsx';
import { shownState } from '../presence/status-words.ts';
import { useStatuses } from '../presence/use-statuses.ts';
import type { Column } from '../registry/column.ts';
import { Registry } from '../registry/registry.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/plain-state.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import { Timer } from '../ui/timer.tsx';
import { byName, byState } from './board-figures.ts';
import classes from './board-page.module.css';
import type { BoardState } from './board-state.ts';
import { StatusOfOther } from './status-of-other.tsx';
import { WhatNow } from './what-now.tsx';

const orders = ['byState', 'byName'] as const;

/** Who does what, since when, and why nobody rings them. A supervisor changes a status right in the row. */
export function PeoplePanel({ board }: { readonly board: BoardState }) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<(typeof orders)[number]>('byState');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const people = useMemo(() => board.people.toSorted(order === 'byState' ? byState : byName), [board.people, order]);
  return (
    <Panel
      title={t('hotline.people')}
      fills
      aside={
        <SegmentedControl
          aria-label={t('hotline.sort')}
          value={order}
          onChange={setOrder}
          data={orders.map((value) => ({ value, label: t(`hotline.${value}`) }))}
        />
      }
    >
      <Registry
        label={t('hotline.people')}
        columns={usePeopleColumns(board.skewMs)}
        rows={people}
        idOf={(person) => person.personId}
        selectedId={selectedId}
        onSelect={setSelectedId}
        empty={<EmptyState icon={IconUsers} title={t('hotline.noPeople')} hint={t('hotline.noPeopleHint')} />}
      />
    </Panel>
  );
}

function usePeopleColumns(skewMs: number): readonly Column<PersonStateView>[] {
  const { t } = useTranslation();
  const statuses = useStatuses();
  const mayChange = useMay('presence.set_others');
  return useMemo(() => {
    const word = (person: PersonStateView) => shownState(t, statuses, person);
    return [
      {
        id: 'person',
        title: t('hotline.column.person'),
        width: 'minmax(130px, 1.2fr)',
        cell: (person) => person.name,
        hint: (person) => [person.name, person.extension].filter(Boolean).join(' · '),
      },
      {
        id: 'status',
        title: t('hotline.column.status'),
        width: 'minmax(150px, 1.2fr)',
        cell: (person) =>
          mayChange ? <StatusOfOther person={person} shown={word(person)} /> : <StatusChip {...word(person)} />,
      },
      {
        id: 'lasts',
        title: t('hotline.column.lasts'),
        width: '74px',
        isNumber: true,
        cell: (person) => <Timer since={person.since - skewMs} />,
      },
      {
        id: 'now',
        title: t('hotline.column.now'),
        width: 'minmax(130px, 1.3fr)',
        cell: (person) => <WhatNow person={person} skewMs={skewMs} />,
      },
      {
        id: 'calls',
        title: t('hotline.column.calls'),
        titleHint: t('hotline.column.callsHint'),
        width: '56px',
        isNumber: true,
        cell: (person) => (
          <Link to="/calls" search={{ period: 'today', personId: person.personId }} className={classes.link}>
            {person.callsToday}
          </Link>
        ),
      },
    ];
  }, [t, statuses, mayChange, skewMs]);
}
