import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { declineCall, hangUpCall, linkClient } from '../calls/api.ts';
import { notifyFailed } from '../ui/notify.ts';

/** What a person may do to a call on their desk. The desk itself changes when the server says so. */
export function useCallCommands(callId: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const onError = (error: unknown) => notifyFailed(t, error);
  const decline = useMutation({ mutationFn: () => declineCall(callId), onError });
  const hangUp = useMutation({ mutationFn: () => hangUpCall(callId), onError });
  const link = useMutation({
    mutationFn: ({ clientId, contactId }: { clientId: string; contactId: string | null }) =>
      linkClient(callId, clientId, contactId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['calls'] }),
    onError,
  });
  const { mutate: mutateLink } = link;
  const choose = useCallback(
    (clientId: string, contactId: string | null) => mutateLink({ clientId, contactId }),
    [mutateLink],
  );
  return { decline: () => decline.mutate(), hangUp: () => hangUp.mutate(), choose, linkedTo: link.variables?.clientId };
}
