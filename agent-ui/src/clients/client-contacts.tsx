import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientView } from '../../../server/clients/contract.ts';
import { useMay } from '../app/session.tsx';
import { notifyFailed } from '../ui/notify.ts';
import { addContact } from './api.ts';
import classes from './client-card.module.css';
import { useTakeClient } from './use-client.ts';

/** The people of this client. */
export function ClientContacts({ client }: { readonly client: ClientView }) {
  const { t } = useTranslation();
  const mayEdit = useMay('clients.edit');
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section>
      <h3 className={classes.heading}>
        {t('clients.contacts')}
        {mayEdit && !isAdding && (
          <Button variant="subtle" onClick={() => setIsAdding(true)}>
            {t('clients.contact.add')}
          </Button>
        )}
      </h3>
      {isAdding && <AddContact clientId={client.clientId} onDone={() => setIsAdding(false)} />}
      {client.contacts.length === 0 && !isAdding && <p className={classes.dim}>{t('clients.contact.none')}</p>}
      <ul className={classes.list}>
        {client.contacts.map((contact) => (
          <li key={contact.contactId}>
            <span>{contact.name}</span>
            <span className={classes.dim}>{contact.role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddContact({ clientId, onDone }: { readonly clientId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const take = useTakeClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    try {
      take(await addContact(clientId, { name: name.trim(), role: role.trim() }));
      onDone();
    } catch (error) {
      notifyFailed(t, error);
    }
  };
  return (
    <form className={classes.add} onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <Group gap={6} grow>
        <TextInput
          aria-label={t('clients.contact.name')}
          placeholder={t('clients.contact.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          autoFocus
        />
        <TextInput
          aria-label={t('clients.contact.role')}
          placeholder={t('clients.contact.role')}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          maxLength={120}
        />
      </Group>
      <Group gap={6} justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" disabled={name.trim() === ''}>
          {t('action.add')}
        </Button>
      </Group>
    </form>
  );
}
