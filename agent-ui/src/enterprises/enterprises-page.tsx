import { IconBuilding } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnterpriseView } from '../../../server/enterprises/contract.ts';
import { useMay } from '../app/session.tsx';
import { Tick } from '../directories/tick.tsx';
import { unitsKey } from '../people/use-units.ts';
import type { Column } from '../registry/column.ts';
import { Registry } from '../registry/registry.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { ListAndCard } from '../ui/list-and-card.tsx';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { enterprisesKey, fetchEnterprises, removeEnterprise } from './api.ts';
import { EnterpriseCard } from './enterprise-card.tsx';

/** «Підприємства та доступ до даних» (R-020…R-027): the tree of units, the card of one at its right. */
export function EnterprisesPage() {
  const { t } = useTranslation();
  const mayEdit = useMay('enterprises.edit');
  const queryKey = enterprisesKey;
  const { data, error, refetch } = useQuery({ queryKey, queryFn: fetchEnterprises, staleTime: 60_000 });
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const remove = useRemove();
  const columns = useColumns();
  const rows = data?.rows;
  const selected = rows?.find(({ enterpriseId }) => enterpriseId === selectedId);
  const opened = rows?.find(({ enterpriseId }) => enterpriseId === openedId) ?? null;
  const card = rows && (opened || openedId === 'new') && (
    <EnterpriseCard key={openedId} enterprise={opened} rows={rows} mayEdit={mayEdit} onDone={setOpenedId} />
  );
  return (
    <ListAndCard card={card} onClose={() => setOpenedId(null)}>
      <Panel fills>
        {mayEdit && (
          <RegistryMenu
            isNothingSelected={!selected}
            onCreate={() => setOpenedId('new')}
            onEdit={() => selected && setOpenedId(selected.enterpriseId)}
            onRemove={() => selected && remove(selected)}
          />
        )}
        {!rows && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />)}
        {rows && (
          <Registry
            label={t('enterprises.title')}
            columns={card ? columns.slice(0, 2) : columns}
            rows={rows}
            idOf={({ enterpriseId }) => enterpriseId}
            selectedId={selectedId}
            onSelect={setSelectedId}
            onOpen={({ enterpriseId }) => setOpenedId(enterpriseId)}
            empty={<EmptyState icon={IconBuilding} title={t('enterprises.empty')} hint={t('enterprises.emptyHint')} />}
          />
        )}
      </Panel>
    </ListAndCard>
  );
}

function useRemove() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ enterpriseId }: EnterpriseView) => removeEnterprise(enterpriseId),
    onSuccess: async (_, { name }) => {
      await Promise.all([enterprisesKey, unitsKey].map((queryKey) => queries.invalidateQueries({ queryKey })));
      notifyDone(t('enterprises.removed', { name }));
    },
    onError: (error) => notifyFailed(t, error),
  });
  return mutate;
}

function useColumns(): readonly Column<EnterpriseView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('enterprises.field.name'),
        width: 'minmax(180px, 2fr)',
        cell: (row) => `${'\u2003'.repeat(row.depth ?? 0)}${row.name}`,
      },
      { id: 'code', title: t('enterprises.field.code'), width: '100px', cell: (row) => row.code },
      {
        id: 'edrpou',
        title: t('enterprises.field.edrpou'),
        width: '110px',
        isFigures: true,
        cell: (row) => row.edrpou,
      },
      {
        id: 'smtpHost',
        title: t('enterprises.field.smtpHost'),
        width: 'minmax(150px, 1.3fr)',
        cell: (row) => row.smtpHost,
      },
      {
        id: 'isActive',
        title: t('enterprises.field.isActive'),
        width: '90px',
        cell: (row) => <Tick isOn={row.isActive} />,
      },
    ],
    [t],
  );
}
