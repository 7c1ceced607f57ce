import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { Outlet, useMatch, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { Registry } from '../registry/registry.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { ListAndCard } from '../ui/list-and-card.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { useNow } from '../ui/use-now.ts';
import { clientColumns } from './client-columns.ts';
import { useClients } from './use-clients.ts';

/** «Картотека клієнтів»: a registry with search; the selected card opens at the right half. */
export function ClientsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('clients.edit');
  const { q = '' } = useSearch({ from: '/frame/clients' });
  const clientId = useMatch({ from: '/frame/clients/$clientId', shouldThrow: false })?.params.clientId ?? null;
  const now = useNow(60_000);
  const { rows, error, refetch, loadMore } = useClients(q);
  const columns = useMemo(() => clientColumns(t, new Date(now), clientId ? 'short' : 'full'), [t, now, clientId]);
  const search = q === '' ? {} : { q };
  const open = (id: string) =>
    navigate({ to: '/clients/$clientId', params: { clientId: id }, search, replace: clientId !== null });

  return (
    <ListAndCard card={clientId && <Outlet />} onClose={() => navigate({ to: '/clients', search })}>
      <Panel fills>
        <RegistryMenu
          isNothingSelected={clientId === null}
          onCreate={mayEdit ? () => open('new') : undefined}
          onEdit={
            mayEdit && clientId
              ? () => navigate({ to: '/clients/$clientId', params: { clientId }, search: { ...search, edit: true } })
              : undefined
          }
          isAsleep={clientId === 'new'}
        >
          <ClientSearch
            q={q}
            onSearch={(text) => navigate({ to: '/clients', search: text === '' ? {} : { q: text } })}
          />
        </RegistryMenu>
        {!rows && (error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={12} />)}
        {rows && (
          <Registry
            label={t('clients.title')}
            columns={columns}
            rows={rows}
            idOf={(row) => row.clientId}
            selectedId={clientId}
            onSelect={open}
            onEnd={loadMore}
            empty={<NoClients isSearching={q !== ''} />}
          />
        )}
      </Panel>
    </ListAndCard>
  );
}

function NoClients({ isSearching }: { readonly isSearching: boolean }) {
  const { t } = useTranslation();
  return isSearching ? (
    <EmptyState icon={IconSearch} title={t('clients.notFound')} hint={t('clients.notFoundHint')} />
  ) : (
    <EmptyState icon={IconUsers} title={t('clients.empty')} hint={t('clients.emptyHint')} />
  );
}

function ClientSearch({ q, onSearch }: { readonly q: string; readonly onSearch: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(q);
  const tell = useDebouncedCallback(onSearch, 250);
  useEffect(() => setText(q), [q]);
  return (
    <TextInput
      aria-label={t('clients.search')}
      placeholder={t('clients.search')}
      leftSection={<IconSearch size={15} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
      w={260}
      maxLength={100}
    />
  );
}
