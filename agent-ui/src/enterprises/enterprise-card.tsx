import { Button, Checkbox, NumberInput, PasswordInput, Select, Tabs, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type EnterpriseDraft,
  type EnterpriseView,
  enterpriseDraft,
  type MailCheckView,
  mailingDraft,
  mailProtections,
} from '../../../server/enterprises/contract.ts';
import { unitsKey } from '../people/use-units.ts';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { checkMailing, enterprisesKey, saveEnterprise } from './api.ts';

interface Props {
  /** Null makes a new one. */
  readonly enterprise: EnterpriseView | null;
  readonly rows: readonly EnterpriseView[];
  readonly mayEdit: boolean;
  /** Null closes the card. */
  readonly onDone: (enterpriseId: string | null) => void;
}

const isWorded = (field: string): field is keyof typeof uk.enterprises.field => field in uk.enterprises.field;
const blank = { ...enterpriseDraft.parse({ code: 'x', name: 'x' }), code: '', name: '' };

/** The card of an enterprise: «Деталі» and «Розсилання». */
export function EnterpriseCard({ enterprise, rows, mayEdit, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [tab, setTab] = useState<string | null>('details');
  const saving = useMutation({
    mutationFn: (draft: EnterpriseDraft) =>
      saveEnterprise(enterprise?.enterpriseId ?? null, { ...draft, mailPassword: draft.mailPassword || null }),
    onSuccess: async ({ enterpriseId, name }) => {
      await Promise.all([enterprisesKey, unitsKey].map((queryKey) => queries.invalidateQueries({ queryKey })));
      form.setFieldValue('mailPassword', '');
      notifyDone(t('enterprises.saved', { name }));
      onDone(enterpriseId);
    },
    // What is refused may stand on the other tab.
    onError: (error) => setTab('field' in error && String(error.field) in mailingDraft.shape ? 'mailing' : 'details'),
  });
  const { form, submit, element } = useDraftForm<Record<string, unknown> & EnterpriseDraft, EnterpriseDraft>({
    schema: enterpriseDraft,
    initialValues: { ...(enterprise ? enterpriseDraft.parse(enterprise) : blank), mailPassword: '' },
    labelOf: (field) => (isWorded(field) ? t(`enterprises.field.${field}`) : field),
    save: saving.mutateAsync,
  });
  const field = (name: keyof EnterpriseDraft) => ({
    label: t(`enterprises.field.${name}`),
    ...form.getInputProps(name),
    disabled: !mayEdit,
  });
  const parents = rows
    .filter(({ enterpriseId }) => enterpriseId !== enterprise?.enterpriseId)
    .map(({ enterpriseId, name }) => ({ value: enterpriseId, label: name }));
  return (
    <Panel title={enterprise?.name ?? t('enterprises.newOne')}>
      <form ref={element} onSubmit={submit} className={grid.body} noValidate>
        <Tabs value={tab} onChange={setTab} keepMounted>
          <Tabs.List>
            <Tabs.Tab value="details">{t('enterprises.details')}</Tabs.Tab>
            <Tabs.Tab value="mailing">{t('enterprises.mailing')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="details" pt="md">
            <div className={grid.form}>
              <TextInput required placeholder=" " maxLength={120} {...field('name')} />
              <TextInput
                required
                placeholder=" "
                maxLength={12}
                // The hint names {UNIT} as it is typed.
                description={t('enterprises.hint.code', { interpolation: { skipOnVariables: true } })}
                {...field('code')}
              />
              <Select data={parents} placeholder={t('enterprises.top')} clearable searchable {...field('parentId')} />
              <TextInput maxLength={250} {...field('fullName')} />
              <TextInput maxLength={10} inputMode="numeric" {...field('edrpou')} />
              <div className={grid.ticks}>
                <Checkbox
                  label={t('enterprises.field.isActive')}
                  disabled={!mayEdit}
                  {...form.getInputProps('isActive', { type: 'checkbox' })}
                />
              </div>
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="mailing" pt="md">
            <div className={grid.form}>
              <TextInput maxLength={253} {...field('smtpHost')} />
              <NumberInput min={1} max={65_535} hideControls {...field('smtpPort')} />
              <TextInput maxLength={254} autoComplete="off" {...field('mailLogin')} />
              {mayEdit && (
                <PasswordInput
                  autoComplete="new-password"
                  description={enterprise?.hasMailPassword ? t('enterprises.hint.mailPassword') : undefined}
                  placeholder={enterprise?.hasMailPassword ? t('enterprises.isStored') : undefined}
                  {...field('mailPassword')}
                />
              )}
              <Select
                data={mailProtections.map((value) => ({ value, label: t(`enterprises.protection.${value}`) }))}
                allowDeselect={false}
                {...field('mailProtection')}
              />
              <TextInput maxLength={253} {...field('receivingHost')} />
              <Select data={[{ value: 'imap', label: 'IMAP' }]} allowDeselect={false} {...field('receivingProtocol')} />
              <NumberInput
                min={1}
                max={65_535}
                hideControls
                description={t('enterprises.hint.receivingPort')}
                {...field('receivingPort')}
              />
              <TextInput type="email" description={t('enterprises.hint.senderAddress')} {...field('senderAddress')} />
              <NumberInput min={1} max={1440} {...field('checkEveryMinutes')} />
            </div>
            {mayEdit && <MailCheck enterprise={enterprise} values={form.getValues()} />}
          </Tabs.Panel>
        </Tabs>
        {mayEdit && (
          <FormFoot
            onCancel={() => onDone(null)}
            onSave={() => element.current?.requestSubmit()}
            isBusy={saving.isPending}
          />
        )}
      </form>
    </Panel>
  );
}

interface CheckProps {
  readonly enterprise: EnterpriseView | null;
  readonly values: EnterpriseDraft;
}

/** «Перевірити» (R-027): what is typed is tried, the servers' answers stand below. */
function MailCheck({ enterprise, values }: CheckProps) {
  const { t } = useTranslation();
  const check = useMutation({
    mutationFn: (enterpriseId: string) =>
      checkMailing(enterpriseId, mailingDraft.parse({ ...values, mailPassword: values.mailPassword || null })),
    onError: (error) => notifyFailed(t, error),
  });
  return (
    <div className={grid.part}>
      <Button
        variant="default"
        loading={check.isPending}
        disabled={!enterprise}
        title={enterprise ? undefined : t('enterprises.save')}
        onClick={() => enterprise && check.mutate(enterprise.enterpriseId)}
      >
        {t('enterprises.check')}
      </Button>
      <div role="status" className={grid.part}>
        {check.data && <Answer name={t('enterprises.sending')} check={check.data.sending} />}
        {check.data && <Answer name={t('enterprises.receiving')} check={check.data.receiving} />}
      </div>
    </div>
  );
}

function Answer({ name, check }: { readonly name: string; readonly check: MailCheckView | null }) {
  const { t } = useTranslation();
  if (!check) return <p>{`${name}: ${t('enterprises.noServer')}`}</p>;
  return (
    <p>
      <b>{`${name}: ${check.isGood ? t('enterprises.good') : t('enterprises.bad')}. `}</b>
      {check.because && `${t(`enterprises.failure.${check.because}`)} `}
      <q>{check.answer}</q>
    </p>
  );
}
