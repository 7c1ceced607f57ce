import { Drawer } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveCalls } from '../desk/live-calls.tsx';
import { NotRespondingNotice } from '../presence/not-responding-notice.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import classes from './frame.module.css';
import { KeyMap } from './key-map.tsx';
import { ModuleMenu } from './module-menu.tsx';
import { SearchPalette } from './search-palette.tsx';
import { TopBar } from './top-bar.tsx';

/** Menu left, bar on top, what is happening above the content; the content scrolls, the frame never does. */
export function Frame() {
  const { t } = useTranslation();
  const [isFolded, setIsFolded] = useLocalStorage({ key: 'dzvin.menu-folded', defaultValue: false });
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const { pathname } = useLocation();
  // A page was chosen: the drawer has done its work.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => setIsDrawerOpen(false), [pathname]);

  return (
    <div className={isFolded ? classes.folded : classes.frame}>
      <a className={classes.skip} href="#content">
        {t('frame.skip')}
      </a>
      <TopBar onMenu={() => setIsDrawerOpen(true)} />
      <div className={classes.menu}>
        <ModuleMenu isFolded={isFolded} onFold={() => setIsFolded(!isFolded)} />
      </div>
      <Drawer
        opened={isDrawerOpen}
        onClose={() => setIsDrawerOpen(false)}
        size={220}
        title={t('product')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <ModuleMenu isFolded={false} />
      </Drawer>
      <div className={classes.right}>
        <ConnectionBar />
        <NotRespondingNotice />
        <LiveCalls />
        <main id="content" className={classes.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <SearchPalette />
      <KeyMap />
    </div>
  );
}
