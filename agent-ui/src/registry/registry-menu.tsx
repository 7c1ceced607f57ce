import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../ui/key-hint.tsx';
import { useKey } from '../ui/use-key.ts';
import classes from './registry-menu.module.css';

interface Props {
  readonly onCreate?: (() => void) | undefined;
  readonly onEdit?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
  /** No row is selected: there is nothing to change or delete. */
  readonly isNothingSelected: boolean;
  /** Filters and the like, at the right. */
  readonly children?: ReactNode;
  /** While a dialog stands over the registry its keys belong to the dialog. */
  readonly isAsleep?: boolean;
}

/** Menu «Реєстр» (D-19): the commands in sight with their keys. A command the person may not use is not there. */
export function RegistryMenu({ onCreate, onEdit, onRemove, isNothingSelected, children, isAsleep = false }: Props) {
  const { t } = useTranslation();
  const mayTouch = !isAsleep && !isNothingSelected;
  useKey('Insert', () => onCreate?.(), { isOn: !isAsleep && onCreate !== undefined });
  useKey('F4', () => onEdit?.(), { isOn: mayTouch && onEdit !== undefined });
  useKey('Delete', () => onRemove?.(), { isOn: mayTouch && onRemove !== undefined });
  return (
    <div className={classes.menu} role="toolbar" aria-label={t('action.registry')}>
      <Group gap={6}>
        {onCreate && (
          <Button onClick={onCreate} rightSection={<KeyHint>Ins</KeyHint>} aria-keyshortcuts="Insert">
            {t('action.create')}
          </Button>
        )}
        {onEdit && (
          <Button
            variant="default"
            onClick={onEdit}
            disabled={isNothingSelected}
            rightSection={<KeyHint>F4</KeyHint>}
            aria-keyshortcuts="F4"
          >
            {t('action.edit')}
          </Button>
        )}
        {onRemove && (
          <Button
            variant="default"
            onClick={onRemove}
            disabled={isNothingSelected}
            rightSection={<KeyHint>Del</KeyHint>}
            aria-keyshortcuts="Delete"
          >
            {t('action.remove')}
          </Button>
        )}
      </Group>
      {children && <div className={classes.aside}>{children}</div>}
    </div>
  );
}
