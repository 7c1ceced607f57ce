import { ActionIcon, Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ContactView, phoneDraft, phoneTypes } from '../../../server/clients/contract.ts';
import grid from '../ui/form-grid.module.css';
import type { ClientValues } from './client-values.ts';

interface Props {
  readonly form: UseFormReturnType<ClientValues>;
  readonly contacts: readonly ContactView[];
}

/** The phones of a card being changed: number, type, whose, and the two ticks. */
export function PhoneFields({ form, contacts }: Props) {
  const { t } = useTranslation();
  const phones = form.getValues().phones;
  const add = () => form.insertListItem('phones', { ...phoneDraft.parse({ raw: '000' }), raw: '' });
  return (
    <section className={grid.part}>
      <h3 className={grid.group}>{t('clients.phones')}</h3>
      {phones.map((phone, place) => (
        // A phone being typed has nothing of its own but its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Group key={place} gap={6} mb={6} wrap="nowrap">
          <TextInput
            aria-label={t('clients.phone.raw')}
            placeholder="+380 50 123 45 67"
            inputMode="tel"
            maxLength={40}
            flex={1.4}
            {...form.getInputProps(`phones.${place}.raw`)}
          />
          <Select
            aria-label={t('clients.phone.type')}
            data={phoneTypes.map((value) => ({ value, label: t(`clients.phoneType.${value}`) }))}
            allowDeselect={false}
            flex={1}
            {...form.getInputProps(`phones.${place}.type`)}
          />
          {contacts.length > 0 && (
            <Select
              aria-label={t('clients.phone.contact')}
              placeholder={t('clients.phone.noContact')}
              data={contacts.map(({ contactId, name }) => ({ value: contactId, label: name }))}
              clearable
              flex={1.2}
              {...form.getInputProps(`phones.${place}.contactId`)}
            />
          )}
          <Checkbox
            label={t('clients.phone.isPrimary')}
            {...form.getInputProps(`phones.${place}.isPrimary`, { type: 'checkbox' })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('clients.phone.remove', { number: phone.raw })}
            onClick={() => form.removeListItem('phones', place)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      {form.errors.phones && <p role="alert">{form.errors.phones}</p>}
      <Button variant="subtle" onClick={add}>
        {t('clients.phone.add')}
      </Button>
    </section>
  );
}
