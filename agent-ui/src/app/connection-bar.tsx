import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live/live-provider.tsx';
import { clockTime } from '../ui/moment.ts';
import classes from './connection-bar.module.css';

/** The socket is gone: since when nothing is fresh, and what still works. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const { connection } = useLive();
  return (
    <div role="status">
      {!connection.isConnected && (
        <p className={classes.bar}>
          <IconPlugConnectedX size={18} aria-hidden />
          <b>{t('frame.lost', { time: clockTime(new Date(connection.since)) })}</b>
          <span>{t('frame.lostHint')}</span>
        </p>
      )}
    </div>
  );
}
