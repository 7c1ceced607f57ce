import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClientDraft, ClientView } from '../../../server/clients/contract.ts';
import { changeClient, createClient, fetchClient } from './api.ts';

const keyOf = (clientId: string) => ['clients', 'card', clientId] as const;

/** One card; nothing is asked while `isOn` is false. */
export function useClient(clientId: string, isOn = true) {
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(clientId),
    queryFn: () => fetchClient(clientId),
    enabled: isOn,
  });
  return { client: data, error, refetch: () => void refetch() };
}

/** Puts a fresh card in place and has the lists asked again. */
export function useTakeClient() {
  const queries = useQueryClient();
  return (client: ClientView) => {
    queries.setQueryData(keyOf(client.clientId), client);
    void queries.invalidateQueries({ queryKey: ['clients', 'list'] });
    void queries.invalidateQueries({ queryKey: ['clients', 'found'] });
  };
}

/** Creates the card or changes it; `clientId` null creates. */
export function useSaveClient(clientId: string | null) {
  const take = useTakeClient();
  return useMutation({
    mutationFn: (draft: ClientDraft) => (clientId === null ? createClient(draft) : changeClient(clientId, draft)),
    onSuccess: take,
  });
}
