import { IconPhone } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '../../../server/hotline/contract.ts';
import { useMay } from '../app/session.tsx';
import { Tick } from '../directories/tick.tsx';
import type { Column } from '../registry/column.ts';
import { Registry } from '../registry/registry.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { ListAndCard } from '../ui/list-and-card.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { LineForm } from './line-form.tsx';
import { useLines } from './use-lines.ts';
import { useRemoveLine } from './use-save-line.ts';

/** «Гарячі лінії»: the registry of lines, the form of one at its right. */
export function LinesPage() {
  const { t } = useTranslation();
  const mayEdit = useMay('lines.edit');
  const { lines, error, refetch } = useLines();
  const remove = useRemoveLine();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [opened, setOpened] = useState<LineView | 'new' | null>(null);
  const columns = useColumns();
  const selected = lines?.find(({ lineId }) => lineId === selectedId);
  const close = () => setOpened(null);
  const card = opened && (
    <LineForm key={opened === 'new' ? 'new' : opened.lineId} line={opened === 'new' ? null : opened} onDone={close} />
  );
  return (
    <ListAndCard card={card} onClose={close}>
      <Panel fills>
        {mayEdit && (
          <RegistryMenu
            isNothingSelected={!selected}
            onCreate={() => setOpened('new')}
            onEdit={() => selected && setOpened(selected)}
            onRemove={() => selected && remove(selected)}
          />
        )}
        {!lines && (error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState />)}
        {lines && (
          <Registry
            label={t('lines.title')}
            columns={opened ? columns.slice(0, 2) : columns}
            rows={lines}
            idOf={({ lineId }) => lineId}
            selectedId={selectedId}
            onSelect={setSelectedId}
            onOpen={mayEdit ? setOpened : undefined}
            empty={<EmptyState icon={IconPhone} title={t('lines.empty')} hint={t('lines.emptyHint')} />}
          />
        )}
      </Panel>
    </ListAndCard>
  );
}

function useColumns(): readonly Column<LineView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'name', title: t('lines.column.name'), width: 'minmax(130px, 1.3fr)', cell: (line) => line.name },
      {
        id: 'numbers',
        title: t('lines.column.numbers'),
        width: 'minmax(130px, 1.4fr)',
        cell: (line) => line.numbers.join(', '),
      },
      {
        id: 'project',
        title: t('lines.column.project'),
        width: 'minmax(120px, 1.3fr)',
        cell: (line) => line.projectName ?? t('lines.noProject'),
      },
      {
        id: 'people',
        title: t('lines.column.people'),
        width: '74px',
        isNumber: true,
        cell: (line) => line.peopleCount,
      },
      { id: 'active', title: t('lines.column.active'), width: '84px', cell: (line) => <Tick isOn={line.isActive} /> },
    ],
    [t],
  );
}
