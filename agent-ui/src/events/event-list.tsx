import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { Registry } from '../registry/registry.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { useNow } from '../ui/use-now.ts';
import { eventColumns } from './event-columns.ts';
import { useEvents } from './use-events.ts';

/** Events of a client, inside the client's card. */
export function EventList({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('events.edit');
  const now = useNow(60_000);
  const { rows, error, refetch, loadMore } = useEvents({ clientId });
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const columns = useMemo(() => eventColumns(t, new Date(now), 'beside'), [t, now]);
  if (!rows) return error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState />;
  return (
    <>
      {mayEdit && (
        <Button
          variant="subtle"
          onClick={() => navigate({ to: '/events/$eventId', params: { eventId: 'new' }, search: { clientId } })}
        >
          {t('events.create')}
        </Button>
      )}
      <Registry
        label={t('events.title')}
        columns={columns}
        rows={rows}
        idOf={(row) => row.eventId}
        selectedId={selectedId}
        onSelect={setSelectedId}
        onOpen={({ eventId }) => navigate({ to: '/events/$eventId', params: { eventId }, search: { clientId } })}
        onEnd={loadMore}
        empty={<EmptyState icon={IconMessages} title={t('events.empty')} />}
      />
    </>
  );
}
