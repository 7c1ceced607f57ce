import { Button } from '@mantine/core';
import { IconPhoneX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk-provider.tsx';
import { notifyFailed } from '../ui/notify.ts';
import { returnToWork } from './api.ts';
import classes from './own-status.module.css';

/** After a missed call, across the whole width until one click brings the person back (C3). */
export function NotRespondingNotice() {
  const { t } = useTranslation();
  const { own } = useDesk().desk;
  const comeBack = useMutation({ mutationFn: returnToWork, onError: (error) => notifyFailed(t, error) });
  if (own?.work !== 'not_responding') return null;
  return (
    <section className={classes.notice} role="alert">
      <IconPhoneX size={20} color="var(--dz-bad)" aria-hidden />
      <p>{t('presence.missedNotice')}</p>
      <Button onClick={() => comeBack.mutate()} loading={comeBack.isPending}>
        {t('presence.return')}
      </Button>
    </section>
  );
}
