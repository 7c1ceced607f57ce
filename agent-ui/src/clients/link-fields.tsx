import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from './use-client.ts';
import { useFoundClients } from './use-found-clients.ts';

interface ClientLink {
  readonly clientId: string | null;
  readonly contactId: string | null;
}

interface ClientLinkProps extends ClientLink {
  readonly error?: unknown;
  readonly onChange: (link: ClientLink) => void;
}

/** Whom a document is about: a client, and once that is chosen one of its contact persons. */
export function ClientLinkFields({ clientId, contactId, error, onChange }: ClientLinkProps) {
  return (
    <>
      <ClientField
        clientId={clientId}
        error={error}
        onChange={(picked) => onChange({ clientId: picked, contactId: null })}
      />
      {clientId && (
        <ContactField
          clientId={clientId}
          contactId={contactId}
          onChange={(picked) => onChange({ clientId, contactId: picked })}
        />
      )}
    </>
  );
}

interface ClientFieldProps {
  readonly clientId: string | null;
  readonly error?: unknown;
  readonly onChange: (clientId: string | null) => void;
}

/** The client of a document: found by name, number or ЄДРПОУ. */
function ClientField({ clientId, error, onChange }: ClientFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { rows } = useFoundClients(asked);
  const { client } = useClient(clientId ?? '', clientId !== null);
  const found = rows.map((row) => ({ value: row.clientId, label: row.name }));
  const isListed = found.some(({ value }) => value === clientId);
  const chosen = client && !isListed ? [{ value: client.clientId, label: client.name }] : [];
  return (
    <Select
      label={t('tasks.field.clientId')}
      searchable
      clearable
      searchValue={text}
      onSearchChange={setText}
      data={[...chosen, ...found]}
      filter={({ options }) => options}
      value={clientId}
      onChange={onChange}
      error={error ? String(error) : null}
    />
  );
}

interface ContactFieldProps {
  readonly clientId: string;
  readonly contactId: string | null;
  readonly onChange: (contactId: string | null) => void;
}

/** One of the client's contact persons. */
function ContactField({ clientId, contactId, onChange }: ContactFieldProps) {
  const { t } = useTranslation();
  const { client } = useClient(clientId);
  const contacts = client?.contacts ?? [];
  return (
    <Select
      label={t('tasks.field.contactId')}
      data={contacts.map((contact) => ({ value: contact.contactId, label: contact.name }))}
      value={contactId}
      onChange={onChange}
      clearable
    />
  );
}
