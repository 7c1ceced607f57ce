import { Modal, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { passwordChange } from '../../../server/access/contract.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { notifyDone } from '../ui/notify.ts';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { changePassword } from './api.ts';

/** One's own password, confirmed by the present one. */
export function PasswordWindow({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { form, submit, element } = useDraftForm({
    schema: passwordChange,
    initialValues: { currentPassword: '', newPassword: '' },
    labelOf: (field) => (field === 'newPassword' ? t('frame.newPassword') : t('frame.currentPassword')),
    save: async (change) => {
      await changePassword(change);
      notifyDone(t('frame.passwordChanged'));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('frame.changePassword')}
      size={480}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form ref={element} onSubmit={submit} className={grid.form} noValidate>
        <PasswordInput
          label={t('frame.currentPassword')}
          autoComplete="current-password"
          required
          data-autofocus
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('frame.newPassword')}
          description={t('people.hint.password')}
          autoComplete="new-password"
          required
          {...form.getInputProps('newPassword')}
        />
        <FormFoot onCancel={onClose} onSave={() => element.current?.requestSubmit()} />
      </form>
    </Modal>
  );
}
