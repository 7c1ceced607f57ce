import { IconPhone } from '@tabler/icons-react';
import { Outlet, useMatch, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLineChoices } from '../hotline/use-lines.ts';
import { usePeopleChoices } from '../people/use-people.ts';
import { Registry } from '../registry/registry.tsx';
import { ListAndCard } from '../ui/list-and-card.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { withoutBlanks } from '../ui/search-values.ts';
import { useNow } from '../ui/use-now.ts';
import { callColumns } from './call-columns.tsx';
import { CallFilters } from './call-filters.tsx';
import { useCalls } from './use-calls.ts';

/** The call log: one row per conversation, newest first; the selected one opens at the right half. */
export function CallsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/frame/calls' });
  const callId = useMatch({ from: '/frame/calls/$callId', shouldThrow: false })?.params.callId ?? null;
  const now = useNow(60_000);
  const { rows, error, refetch, loadMore } = useCalls(search);
  const columns = useMemo(() => callColumns(t, new Date(now), callId ? 'beside' : 'log'), [t, now, callId]);
  const open = (id: string) =>
    navigate({ to: '/calls/$callId', params: { callId: id }, search, replace: callId !== null });

  return (
    <ListAndCard card={callId && <Outlet />} onClose={() => navigate({ to: '/calls', search })}>
      <Panel fills>
        <CallFilters
          search={search}
          onChange={(change) => navigate({ to: '/calls', search: withoutBlanks({ ...search, ...change }) })}
          onReset={() => navigate({ to: '/calls', search: {} })}
          lines={useLineChoices()}
          people={usePeopleChoices()}
        />
        {!rows && (error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={12} />)}
        {rows && (
          <Registry
            label={t('calls.title')}
            columns={columns}
            rows={rows}
            idOf={(row) => row.callId}
            selectedId={callId}
            onSelect={open}
            onEnd={loadMore}
            empty={<EmptyState icon={IconPhone} title={t('calls.empty')} hint={t('calls.emptyHint')} />}
          />
        )}
      </Panel>
    </ListAndCard>
  );
}
