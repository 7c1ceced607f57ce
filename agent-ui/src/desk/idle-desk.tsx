import { IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import { CallList } from '../calls/call-list.tsx';
import page from '../ui/page.module.css';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/plain-state.tsx';
import { useDesk } from './desk-provider.tsx';

/** Between calls: whether calls reach me and why not, and my calls so far. */
export function IdleDesk() {
  const { t } = useTranslation();
  const { personId } = useSession();
  const obstacle = useDesk().desk.own?.obstacle ?? null;
  return (
    <div className={page.filled}>
      <Panel>
        <EmptyState
          icon={IconPhone}
          title={obstacle === null ? t('desk.idle') : t('desk.noHotline', { reason: t(`obstacle.${obstacle}`) })}
          hint={t('desk.idleHint')}
        />
      </Panel>
      <Panel
        title={t('desk.recent')}
        fills
        className={page.grow}
        aside={
          <Link to="/calls" search={{ personId }}>
            {t('desk.allMine')}
          </Link>
        }
      >
        <CallList filter={{ personId }} emptyTitle={t('desk.noRecent')} />
      </Panel>
    </div>
  );
}
