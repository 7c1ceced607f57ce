import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OwnStatus } from '../presence/own-status.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { AccountMenu } from './account-menu.tsx';
import { openSearch } from './search-palette.tsx';
import { useMay } from './session.tsx';
import classes from './top-bar.module.css';

/** Search everything, own status, oneself. */
export function TopBar({ onMenu }: { readonly onMenu: () => void }) {
  const { t } = useTranslation();
  const maySearch = useMay('clients.view');
  const usesDesk = useMay('desk.use');
  return (
    <header className={classes.bar}>
      <ActionIcon
        className={classes.menuButton}
        variant="subtle"
        color="gray"
        onClick={onMenu}
        aria-label={t('frame.openMenu')}
      >
        <IconMenu2 size={20} />
      </ActionIcon>
      <span className={classes.logo}>
        <img src="/bell.svg" alt="" width={22} height={22} />
        {t('product')}
      </span>
      {maySearch && (
        <UnstyledButton className={classes.search} onClick={openSearch} aria-keyshortcuts="Control+K">
          <IconSearch size={15} aria-hidden />
          <span className={classes.prompt}>{t('search.prompt')}</span>
          <KeyHint>Ctrl K</KeyHint>
        </UnstyledButton>
      )}
      <span className={classes.space} />
      {usesDesk && <OwnStatus />}
      <AccountMenu />
    </header>
  );
}
