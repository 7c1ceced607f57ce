import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserStatusView } from '../../../server/directories/contract.ts';
import { statusName } from './status-words.ts';
import { useStatuses } from './use-statuses.ts';

interface Props {
  readonly status: UserStatusView | null;
  readonly onGiven: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why, for a status that needs it. */
export function ReasonPrompt({ status, onGiven, onCancel }: Props) {
  const { t } = useTranslation();
  const statuses = useStatuses();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    onGiven(reason.trim());
    setReason('');
  };
  return (
    <Modal
      opened={status !== null}
      onClose={onCancel}
      title={status && t('presence.reasonTitle', { status: statusName(t, statuses, status.code) })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={submit}>
        <TextInput
          label={t('presence.reasonLabel')}
          description={t('presence.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          required
          data-autofocus
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {t('presence.set')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
