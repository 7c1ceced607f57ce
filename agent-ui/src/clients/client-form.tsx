import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ClientView, clientDraft, clientKinds } from '../../../server/clients/contract.ts';
import { usePeopleChoices } from '../people/use-people.ts';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { Panel } from '../ui/panel.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { blankClient, valuesOf } from './client-values.ts';
import { PhoneFields } from './phone-fields.tsx';
import { useSaveClient } from './use-client.ts';

interface Props {
  /** Null makes a new card. */
  readonly client: ClientView | null;
  readonly onSaved: (clientId: string) => void;
  readonly onCancel: () => void;
}

const isWorded = (field: string): field is keyof typeof uk.clients.field => field in uk.clients.field;

/** Creates or changes a card. */
export function ClientForm({ client, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  const people = usePeopleChoices();
  const saving = useSaveClient(client?.clientId ?? null);
  const { form, submit, element } = useDraftForm({
    schema: clientDraft,
    initialValues: client ? valuesOf(client) : blankClient,
    labelOf: (field) => (isWorded(field) ? t(`clients.field.${field}`) : t('clients.phones')),
    save: async (draft) => onSaved((await saving.mutateAsync(draft)).clientId),
  });
  const managers =
    client?.managerId && client.managerName && !people.some(({ value }) => value === client.managerId)
      ? [...people, { value: client.managerId, label: client.managerName }]
      : people;

  return (
    <Panel title={client ? client.name : t('clients.newCard')}>
      <form ref={element} onSubmit={submit} noValidate className={grid.body}>
        <div className={grid.form}>
          <TextInput
            label={t('clients.field.name')}
            required
            placeholder=" "
            maxLength={200}
            autoFocus
            {...form.getInputProps('name')}
          />
          <Select
            label={t('clients.field.kind')}
            data={clientKinds.map((value) => ({ value, label: t(`clients.kind.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
          <TextInput label={t('clients.field.fullName')} maxLength={400} {...form.getInputProps('fullName')} />
          <TextInput label={t('clients.field.edrpou')} maxLength={10} {...form.getInputProps('edrpou')} />
          <TextInput label={t('clients.field.address')} maxLength={400} {...form.getInputProps('address')} />
          <TextInput label={t('clients.field.email')} type="email" {...form.getInputProps('email')} />
          {managers.length > 0 && (
            <Select
              label={t('clients.field.manager')}
              data={managers}
              clearable
              searchable
              {...form.getInputProps('managerId')}
            />
          )}
          <Textarea label={t('clients.field.note')} autosize minRows={2} maxRows={8} {...form.getInputProps('note')} />
        </div>
        <PhoneFields form={form} contacts={client?.contacts ?? []} />
        <FormFoot onCancel={onCancel} onSave={() => element.current?.requestSubmit()} isBusy={saving.isPending} />
      </form>
    </Panel>
  );
}
