import { useTranslation } from 'react-i18next';
import { endWrapUp } from '../presence/api.ts';
import { notifyFailed } from '../ui/notify.ts';
import { useDesk } from './desk-provider.tsx';

/** Ends wrap-up on the server if it still runs, and puts the talk away. */
export function useEndWrapUp() {
  const { t } = useTranslation();
  const { desk, putAway } = useDesk();
  return () => {
    putAway();
    if (desk.wrapUp) endWrapUp().catch((error: unknown) => notifyFailed(t, error));
  };
}
