import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFoundClients } from '../clients/use-found-clients.ts';
import { nextRow } from '../registry/next-row.ts';
import { useKey } from '../ui/use-key.ts';
import { FoundClients } from './found-clients.tsx';
import classes from './search-palette.module.css';
import { useMay } from './session.tsx';

const openEvent = 'dzvin.open-search';
/** From anywhere, such as the box on the bar. */
export const openSearch = () => window.dispatchEvent(new Event(openEvent));

/** Ctrl+K: clients by name, number or ЄДРПОУ; Enter opens the card. */
export function SearchPalette() {
  const { t } = useTranslation();
  const maySearch = useMay('clients.view');
  const [isOpen, { open, close }] = useDisclosure(false);
  useKey('Ctrl+K', open, { isOn: maySearch });
  useEffect(() => {
    window.addEventListener(openEvent, open);
    return () => window.removeEventListener(openEvent, open);
  }, [open]);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset={72}
      centered={false}
      aria-label={t('search.label')}
    >
      <Palette onClose={close} />
    </Modal>
  );
}

function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const [at, setAt] = useState(0);
  const { rows, isFetching, error } = useFoundClients(asked);
  const open = (clientId: string) => {
    onClose();
    void navigate({ to: '/clients/$clientId', params: { clientId } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = ['ArrowDown', 'ArrowUp'].includes(event.key)
      ? nextRow(event.key, at, { count: rows.length, page: 1 })
      : null;
    const chosen = rows[at];
    if (next !== null) setAt(next);
    else if (event.key === 'Enter' && chosen) open(chosen.clientId);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.palette}>
      <TextInput
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={rows[at] ? `${listId}${at}` : undefined}
        aria-label={t('search.label')}
        placeholder={t('search.prompt')}
        leftSection={<IconSearch size={18} />}
        size="md"
        variant="unstyled"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        maxLength={100}
        data-autofocus
      />
      <FoundClients
        listId={listId}
        text={asked}
        rows={rows}
        at={at}
        isWaiting={isFetching || asked !== text.trim()}
        error={error}
        onOpen={open}
      />
    </div>
  );
}
