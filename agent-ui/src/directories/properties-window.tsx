import { Modal } from '@mantine/core';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';

interface Props {
  readonly formRef: RefObject<HTMLFormElement | null>;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onClose: () => void;
  /** System rows say what of them can change. */
  readonly isSystem: boolean;
  readonly children: ReactNode;
}

/** The window «Властивості»: mandatory fields have a ground of their own, Ctrl+Enter saves, Esc leaves. */
export function PropertiesWindow({ formRef, onSubmit, onClose, isSystem, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('directory.properties')}
      size={520}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {isSystem && <p className={grid.warn}>{t('directory.hint.systemRow')}</p>}
      <form ref={formRef} onSubmit={onSubmit} className={grid.form} noValidate>
        {children}
        <FormFoot onCancel={onClose} onSave={() => formRef.current?.requestSubmit()} />
      </form>
    </Modal>
  );
}
