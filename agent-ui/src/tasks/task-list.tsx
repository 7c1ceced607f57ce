import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { Registry } from '../registry/registry.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { useNow } from '../ui/use-now.ts';
import { taskColumns } from './task-columns.tsx';
import { useTasks } from './use-tasks.ts';

/** Tasks of a client, inside the client's card. */
export function TaskList({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('tasks.edit');
  const now = useNow(60_000);
  const { rows, error, refetch, loadMore } = useTasks({ clientId });
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const columns = useMemo(() => taskColumns(t, new Date(now), 'beside'), [t, now]);
  if (!rows) return error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState />;
  return (
    <>
      {mayEdit && (
        <Button
          variant="subtle"
          onClick={() => navigate({ to: '/tasks/$taskId', params: { taskId: 'new' }, search: { clientId } })}
        >
          {t('tasks.create')}
        </Button>
      )}
      <Registry
        label={t('tasks.title')}
        columns={columns}
        rows={rows}
        idOf={(row) => row.taskId}
        selectedId={selectedId}
        onSelect={setSelectedId}
        onOpen={({ taskId }) => navigate({ to: '/tasks/$taskId', params: { taskId }, search: { clientId } })}
        onEnd={loadMore}
        empty={<EmptyState icon={IconChecklist} title={t('tasks.empty')} />}
      />
    </>
  );
}
