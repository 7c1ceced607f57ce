import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.tsx';
import classes from './settings-page.module.css';

const tabs = {
  directories: [
    { to: '/settings/user-statuses', name: 'userStatuses', needs: 'directories.view' },
    { to: '/settings/task-statuses', name: 'taskStatuses', needs: 'directories.view' },
    { to: '/settings/history', name: 'history', needs: 'history.view' },
  ],
  parameters: [
    { to: '/settings/people', name: 'people', needs: 'people.view' },
    { to: '/settings/lines', name: 'lines', needs: 'lines.view' },
    { to: '/settings/calls', name: 'calls', needs: 'parameters.view' },
  ],
} as const;
const tabNames = ['directories', 'parameters'] as const;

/** «Налаштування»: tabs above, sections left, the section's page right. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { deeds } = useSession();
  const { pathname } = useLocation();
  const open = tabNames.find((tab) => tabs[tab].some(({ to }) => to === pathname)) ?? 'directories';
  const mine = (tab: (typeof tabNames)[number]) => tabs[tab].filter(({ needs }) => deeds.includes(needs));
  return (
    <div className={classes.settings}>
      <nav className={classes.tabs} aria-label={t('settings.title')}>
        {tabNames.map((tab) => {
          const [first] = mine(tab);
          if (!first) return null;
          return (
            <Link key={tab} to={first.to} className={tab === open ? classes.openTab : classes.tab}>
              {t(`settings.${tab}`)}
            </Link>
          );
        })}
      </nav>
      <nav className={classes.sections} aria-label={t('settings.sections')}>
        {mine(open).map(({ to, name }) => (
          <Link key={name} to={to} className={classes.section} activeProps={{ className: classes.openSection }}>
            {t(`settings.${name}`)}
          </Link>
        ))}
      </nav>
      <div className={classes.page}>
        <Outlet />
      </div>
    </div>
  );
}
