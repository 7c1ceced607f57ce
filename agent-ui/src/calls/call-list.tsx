import { IconPhone } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Registry } from '../registry/registry.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { useNow } from '../ui/use-now.ts';
import { type CallsPlace, callColumns } from './call-columns.tsx';
import type { CallSearch } from './call-search.ts';
import { useCalls } from './use-calls.ts';

interface Props {
  readonly filter: CallSearch;
  readonly emptyTitle: string;
  readonly place: CallsPlace;
}

/** Calls under a fixed filter, inside another page; Enter or a double click opens the call. */
export function CallList({ filter, emptyTitle, place }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useNow(60_000);
  const search = useStable(filter);
  const { rows, error, refetch, loadMore } = useCalls(search);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const columns = useMemo(() => callColumns(t, new Date(now), place), [t, now, place]);

  if (!rows) return error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState />;
  return (
    <Registry
      label={t('calls.title')}
      columns={columns}
      rows={rows}
      idOf={(row) => row.callId}
      selectedId={selectedId}
      onSelect={setSelectedId}
      onOpen={({ callId }) => navigate({ to: '/calls/$callId', params: { callId }, search: filter })}
      onEnd={loadMore}
      empty={<EmptyState icon={IconPhone} title={emptyTitle} />}
    />
  );
}

/** The same object for the same filter, so that a re-render asks nothing again. */
function useStable(filter: CallSearch): CallSearch {
  const text = JSON.stringify(filter);
  return useMemo(() => JSON.parse(text) as CallSearch, [text]);
}
