import { Button, Group, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PopView } from '../../../server/calls/contract.ts';
import { clientDraft } from '../../../server/clients/contract.ts';
import { createClient } from '../clients/api.ts';
import { ClientPicker } from '../clients/client-picker.tsx';
import { notifyFailed } from '../ui/notify.ts';

interface Props {
  readonly pop: PopView;
  readonly onLinked: (clientId: string, contactId: string | null) => void;
}

/** For an unknown caller: a card made of a name and this number, or a card that exists. */
export function StrangerForms({ pop, onLinked }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'create' | 'link' | null>(null);
  if (open === 'create') return <QuickCreate pop={pop} onLinked={onLinked} onCancel={() => setOpen(null)} />;
  return (
    <Group gap={8} mt={8}>
      <Button leftSection={<IconUserPlus size={15} />} onClick={() => setOpen('create')}>
        {t('desk.createClient')}
      </Button>
      {open === 'link' ? (
        <ClientPicker label={t('desk.link')} onPick={(clientId) => onLinked(clientId, null)} />
      ) : (
        <Button variant="default" onClick={() => setOpen('link')}>
          {t('desk.link')}
        </Button>
      )}
    </Group>
  );
}

interface CreateProps extends Props {
  readonly onCancel: () => void;
}

function QuickCreate({ pop, onLinked, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    setIsBusy(true);
    try {
      const phones = pop.callerNumber === null ? [] : [{ raw: pop.callerNumber, isPrimary: true }];
      const client = await createClient(clientDraft.parse({ name, phones }));
      onLinked(client.clientId, null);
    } catch (error) {
      notifyFailed(t, error);
      setIsBusy(false);
    }
  };
  return (
    <form onSubmit={create} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <Group gap={8} mt={8}>
        <TextInput
          aria-label={t('desk.clientName')}
          placeholder={t('desk.clientName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          w={280}
          // Opened by the person's own click, so the focus is theirs to give.
          autoFocus
        />
        <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
          {t('action.create')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}
