import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './form-grid.module.css';
import { KeyHint } from './key-hint.tsx';
import { useKey } from './use-key.ts';

interface Props {
  readonly onCancel?: (() => void) | undefined;
  /** For Ctrl+Enter, which saves from within any field. */
  readonly onSave: () => void;
  readonly isBusy?: boolean;
}

/** «Скасувати Esc» and «Зберегти Ctrl Enter». */
export function FormFoot({ onCancel, onSave, isBusy = false }: Props) {
  const { t } = useTranslation();
  useKey('Ctrl+Enter', onSave);
  return (
    <footer className={classes.foot}>
      {onCancel && (
        <Button variant="default" onClick={onCancel} rightSection={<KeyHint>Esc</KeyHint>}>
          {t('action.cancel')}
        </Button>
      )}
      <Button type="submit" loading={isBusy} rightSection={<KeyHint>Ctrl Enter</KeyHint>}>
        {t('action.save')}
      </Button>
    </footer>
  );
}
