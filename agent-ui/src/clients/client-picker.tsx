import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFoundClients } from './use-found-clients.ts';

interface Props {
  readonly label: string;
  readonly onPick: (clientId: string) => void;
}

/** Finds a card by name, number or ЄДРПОУ and answers with it. */
export function ClientPicker({ label, onPick }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { rows } = useFoundClients(asked);
  return (
    <Select
      aria-label={label}
      placeholder={t('desk.linkPrompt')}
      searchable
      searchValue={text}
      onSearchChange={setText}
      data={rows.map(({ clientId, name, phone }) => ({ value: clientId, label: phone ? `${name} · ${phone}` : name }))}
      filter={({ options }) => options}
      nothingFoundMessage={asked === '' ? undefined : t('clients.notFound')}
      onChange={(clientId) => clientId && onPick(clientId)}
      w={280}
      autoFocus
    />
  );
}
