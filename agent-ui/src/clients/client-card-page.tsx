import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { ClientCard } from './client-card.tsx';
import { ClientForm } from './client-form.tsx';
import { useClient } from './use-client.ts';

/** The card in the address: read, changed (`edit` in the address) or made (`new` in place of the id). */
export function ClientCardPage() {
  const { clientId } = useParams({ from: '/frame/clients/$clientId' });
  const { edit, ...search } = useSearch({ from: '/frame/clients' });
  const navigate = useNavigate();
  const close = () => navigate({ to: '/clients', search });
  const show = (id: string) => navigate({ to: '/clients/$clientId', params: { clientId: id }, search });
  if (clientId === 'new') return <ClientForm client={null} onSaved={show} onCancel={close} />;
  if (edit) return <EditedClient clientId={clientId} onDone={() => show(clientId)} />;
  return <ClientCard key={clientId} clientId={clientId} onClose={close} />;
}

function EditedClient({ clientId, onDone }: { readonly clientId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { client, error, refetch } = useClient(clientId);
  if (client) return <ClientForm key={clientId} client={client} onSaved={onDone} onCancel={onDone} />;
  return (
    <Panel title={t('clients.card')}>
      {error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={10} />}
    </Panel>
  );
}
