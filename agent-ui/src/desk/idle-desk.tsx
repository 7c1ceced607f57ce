import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Obstacle } from '../../../server/presence/contract.ts';
import { useSession } from '../app/session.tsx';
import { CallList } from '../calls/call-list.tsx';
import page from '../ui/page.module.css';
import { Panel } from '../ui/panel.tsx';
import { useDesk } from './desk-provider.tsx';
import { ringingOf } from './desk-state.ts';
import classes from './idle-desk.module.css';

/** Between calls: whether calls reach me and why not, and my calls so far. */
export function IdleDesk() {
  const { t } = useTranslation();
  const { personId } = useSession();
  const { desk } = useDesk();
  return (
    <div className={page.filled}>
      {ringingOf(desk).length === 0 && <Reach obstacle={desk.own?.obstacle ?? null} />}
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
        <CallList filter={{ personId }} emptyTitle={t('desk.noRecent')} place="own" />
      </Panel>
    </div>
  );
}

/** Whether the hot line reaches me, and what keeps it away. */
function Reach({ obstacle }: { readonly obstacle: Obstacle | null }) {
  const { t } = useTranslation();
  const Sign = obstacle === null ? IconPhone : IconPhoneOff;
  return (
    <section className={classes.idle} aria-label={t('modules.desk')}>
      <Sign size={22} stroke={1.6} aria-hidden className={obstacle === null ? classes.open : classes.closed} />
      <div role="status">
        <b>{obstacle === null ? t('desk.idle') : t('desk.noHotline', { reason: t(`obstacle.${obstacle}`) })}</b>
        <p>{t('desk.idleHint')}</p>
      </div>
    </section>
  );
}
