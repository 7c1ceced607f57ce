import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserStatusView } from '../../../server/directories/contract.ts';
import { notifyFailed } from '../ui/notify.ts';
import { setPresence } from './api.ts';

/** Sets a status; one that needs a reason waits in `asked` until the reason is given. */
export function useSetPresence(personId: string) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<UserStatusView | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (choice: { status: string; note: string | null }) => setPresence(personId, choice),
    onSuccess: () => setAsked(null),
    onError: (error) => notifyFailed(t, error),
  });
  const choose = (status: UserStatusView) => {
    if (status.needsReason) setAsked(status);
    else mutate({ status: status.code, note: null });
  };
  const giveReason = (note: string) => asked && mutate({ status: asked.code, note });
  return { choose, asked, giveReason, cancel: () => setAsked(null), isPending };
}
