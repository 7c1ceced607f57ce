import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClientView, type PhoneView, phoneDraft, phoneTypes } from '../../../server/clients/contract.ts';
import { useMay } from '../app/session.tsx';
import { notifyFailed } from '../ui/notify.ts';
import { addPhone } from './api.ts';
import classes from './client-card.module.css';
import { useTakeClient } from './use-client.ts';

/** Phones as typed, with what the system made of them. */
export function ClientPhones({ client }: { readonly client: ClientView }) {
  const { t } = useTranslation();
  const mayEdit = useMay('clients.edit');
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section>
      <h3 className={classes.heading}>
        {t('clients.phones')}
        {mayEdit && !isAdding && (
          <Button variant="subtle" onClick={() => setIsAdding(true)}>
            {t('clients.phone.add')}
          </Button>
        )}
      </h3>
      {isAdding && <AddPhone client={client} onDone={() => setIsAdding(false)} />}
      {client.phones.length === 0 && !isAdding && <p className={classes.dim}>{t('clients.phone.none')}</p>}
      <ul className={classes.list}>
        {client.phones.map((phone) => (
          <PhoneRow key={phone.phoneId} phone={phone} />
        ))}
      </ul>
    </section>
  );
}

function PhoneRow({ phone }: { readonly phone: PhoneView }) {
  const { t } = useTranslation();
  const marks = [
    t(`clients.phoneType.${phone.type}`),
    phone.label,
    phone.contactName,
    phone.isPrimary && t('clients.phone.isPrimary').toLocaleLowerCase(),
    phone.isCompanyLine && t('clients.phone.isCompanyLine').toLocaleLowerCase(),
  ].filter(Boolean);
  return (
    <li title={phone.e164 ?? undefined}>
      <span>{phone.raw}</span>
      <span className={classes.dim}>{marks.join(' · ')}</span>
      {phone.e164 === null && <span className={classes.bad}>{t('clients.phone.invalid')}</span>}
    </li>
  );
}

function AddPhone({ client, onDone }: { readonly client: ClientView; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const take = useTakeClient();
  const [draft, setDraft] = useState(() => ({ ...phoneDraft.parse({ raw: '000' }), raw: '' }));
  const [isBusy, setIsBusy] = useState(false);
  const isFilled = draft.raw.trim().length >= 3;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isFilled) return;
    setIsBusy(true);
    try {
      take(await addPhone(client.clientId, draft));
      onDone();
    } catch (error) {
      notifyFailed(t, error);
      setIsBusy(false);
    }
  };
  return (
    <form className={classes.add} onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <Group gap={6} grow>
        <TextInput
          aria-label={t('clients.phone.raw')}
          placeholder="+380 50 123 45 67"
          inputMode="tel"
          value={draft.raw}
          onChange={(event) => setDraft({ ...draft, raw: event.currentTarget.value })}
          maxLength={40}
          autoFocus
        />
        <Select
          aria-label={t('clients.phone.type')}
          data={phoneTypes.map((value) => ({ value, label: t(`clients.phoneType.${value}`) }))}
          value={draft.type}
          onChange={(type) => type && setDraft({ ...draft, type })}
          allowDeselect={false}
        />
        <Select
          aria-label={t('clients.phone.contact')}
          placeholder={t('clients.phone.noContact')}
          data={client.contacts.map(({ contactId, name }) => ({ value: contactId, label: name }))}
          value={draft.contactId}
          onChange={(contactId) => setDraft({ ...draft, contactId })}
          clearable
        />
      </Group>
      <Group gap={6}>
        <Checkbox
          label={t('clients.phone.isCompanyLine')}
          checked={draft.isCompanyLine}
          onChange={(event) => setDraft({ ...draft, isCompanyLine: event.currentTarget.checked })}
        />
        <Button ml="auto" variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!isFilled}>
          {t('action.add')}
        </Button>
      </Group>
    </form>
  );
}
