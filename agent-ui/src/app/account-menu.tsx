import { Menu, SegmentedControl, Stack, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconBell, IconChevronDown, IconKey, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../sign-in/api.ts';
import { notifyFailed } from '../ui/notify.ts';
import { densities, languages, usePreferences } from '../ui/preferences.tsx';
import classes from './account-menu.module.css';
import { openKeyMap } from './key-map.tsx';
import { sessionKey, useSession } from './session.tsx';

const PasswordWindow = lazy(async () => ({ default: (await import('../sign-in/password-window.tsx')).PasswordWindow }));

const themes = ['light', 'dark', 'auto'] as const;

/** Oneself: language, theme, density, desktop notices, the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { name } = useSession();
  const queries = useQueryClient();
  const [isPasswordOpen, setIsPasswordOpen] = useState(false);
  const leave = async () => {
    try {
      await signOut();
      queries.clear();
      queries.setQueryData(sessionKey, null);
    } catch (error) {
      notifyFailed(t, error);
    }
  };
  return (
    <>
      <Menu position="bottom-end" width={300} closeOnItemClick>
        <Menu.Target>
          <UnstyledButton className={classes.name} aria-label={`${t('frame.account')}: ${name}`} title={name}>
            <span>{name}</span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Choices />
          <Menu.Divider />
          {canAskForNotices() && (
            <Menu.Item leftSection={<IconBell size={16} />} onClick={() => void Notification.requestPermission()}>
              {t('frame.desktopNotices')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeyMap} rightSection="?">
            {t('frame.keyMap')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setIsPasswordOpen(true)}>
            {t('frame.changePassword')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
            {t('frame.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isPasswordOpen && (
        <Suspense>
          <PasswordWindow onClose={() => setIsPasswordOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const canAskForNotices = () => 'Notification' in window && Notification.permission === 'default';

function Choices() {
  const { t } = useTranslation();
  const { language, setLanguage, density, setDensity } = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap={6} p={8}>
      <Choice
        label={t('frame.languageLabel')}
        value={language}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        onChange={setLanguage}
      />
      <Choice
        label={t('frame.theme')}
        value={colorScheme}
        options={themes.map((value) => ({ value, label: t(`frame.themes.${value}`) }))}
        onChange={setColorScheme}
      />
      <Choice
        label={t('frame.density')}
        value={density}
        options={densities.map((value) => ({ value, label: t(`frame.densities.${value}`) }))}
        onChange={setDensity}
      />
    </Stack>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: { value: Value; label: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <div>
      <span className={classes.label}>{label}</span>
      <SegmentedControl aria-label={label} fullWidth value={value} data={options} onChange={onChange} />
    </div>
  );
}
