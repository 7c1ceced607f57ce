import { UnstyledButton } from '@mantine/core';
import {
  IconBuilding,
  IconChecklist,
  IconHeadset,
  IconHeartRateMonitor,
  IconHistory,
  IconIdBadge2,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMessages,
  IconPhone,
  IconSettings,
  IconUserScreen,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Deed } from '../../../server/access/contract.ts';
import classes from './module-menu.module.css';
import { useSession } from './session.tsx';

/** The customer's order; a group ends where a line stands. A module needs one of its deeds to be shown. */
const modules = [
  { to: '/', name: 'desk', icon: IconUserScreen, needs: ['desk.use'], endsGroup: false },
  { to: '/calls', name: 'calls', icon: IconPhone, needs: ['calls.view_own', 'calls.view_all'], endsGroup: true },
  { to: '/clients', name: 'clients', icon: IconUsers, needs: ['clients.view'], endsGroup: false },
  { to: '/events', name: 'events', icon: IconMessages, needs: ['events.view'], endsGroup: false },
  { to: '/tasks', name: 'tasks', icon: IconChecklist, needs: ['tasks.view'], endsGroup: true },
  { to: '/hotline', name: 'hotline', icon: IconHeadset, needs: ['board.view'], endsGroup: true },
  { to: '/settings', name: 'settings', icon: IconSettings, needs: ['directories.view'], endsGroup: false },
  { to: '/employees', name: 'employees', icon: IconIdBadge2, needs: ['employees.view'], endsGroup: false },
  { to: '/enterprises', name: 'enterprises', icon: IconBuilding, needs: ['enterprises.view'], endsGroup: false },
  { to: '/history', name: 'history', icon: IconHistory, needs: ['history.view'], endsGroup: false },
  { to: '/self-check', name: 'selfCheck', icon: IconHeartRateMonitor, needs: ['self_check.view'], endsGroup: false },
] as const satisfies readonly { needs: readonly Deed[]; [key: string]: unknown }[];

interface Props {
  readonly isFolded: boolean;
  /** Nothing in the drawer, which has its own way out. */
  readonly onFold?: () => void;
}

/** The modules the person may open. */
export function ModuleMenu({ isFolded, onFold }: Props) {
  const { t } = useTranslation();
  const { deeds } = useSession();
  const mine = modules.filter(({ needs }) => needs.some((deed) => deeds.includes(deed)));
  const foldWords = isFolded ? t('frame.unfoldMenu') : t('frame.foldMenu');
  return (
    <nav className={classes.menu} aria-label={t('frame.menu')}>
      {mine.map(({ to, name, icon: Sign, endsGroup }) => (
        <div key={name} className={endsGroup ? classes.lastOfGroup : classes.item}>
          <Link
            to={to}
            className={classes.link}
            activeProps={{ className: classes.active }}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            aria-label={t(`modules.${name}`)}
            title={isFolded ? t(`modules.${name}`) : undefined}
          >
            <Sign size={18} stroke={1.6} aria-hidden />
            {!isFolded && <span>{t(`modules.${name}`)}</span>}
          </Link>
        </div>
      ))}
      {onFold && (
        <UnstyledButton className={classes.fold} onClick={onFold} aria-label={foldWords} title={foldWords}>
          {isFolded ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
        </UnstyledButton>
      )}
    </nav>
  );
}
