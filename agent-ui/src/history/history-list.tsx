import { IconHistory } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Registry } from '../registry/registry.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { useNow } from '../ui/use-now.ts';
import { historyColumns } from './history-columns.ts';
import { useHistory } from './use-history.ts';

interface Props {
  readonly kind?: string | undefined;
  /** Only this object's; its name then stands in no row. */
  readonly objectId?: string | undefined;
}

/** Who changed what, when, from what to what. */
export function HistoryList({ kind, objectId }: Props) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const { rows, error, refetch, loadMore } = useHistory({
    ...(kind ? { kind } : {}),
    ...(objectId ? { objectId } : {}),
  });
  const columns = useMemo(() => historyColumns(t, new Date(now), objectId ? 'one' : 'all'), [t, now, objectId]);
  if (!rows) return error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={10} />;
  return (
    <Registry
      label={t('history.title')}
      columns={columns}
      rows={rows}
      idOf={({ entryId }) => entryId}
      selectedId={selectedId}
      onSelect={setSelectedId}
      onEnd={loadMore}
      empty={<EmptyState icon={IconHistory} title={t('history.empty')} hint={t('history.emptyHint')} />}
    />
  );
}
