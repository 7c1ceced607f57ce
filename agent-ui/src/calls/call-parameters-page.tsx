import { NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CallParameters, callParameters } from '../../../server/calls/contract.ts';
import { useMay } from '../app/session.tsx';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { notifyDone } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { fetchCallParameters, saveCallParameters } from './api.ts';

const queryKey = ['parameters', 'calls'];
const isWorded = (field: string): field is keyof typeof uk.parameters.field => field in uk.parameters.field;

/** Параметри / Налаштування: what calls heed (R-143, D-18). */
export function CallParametersPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: fetchCallParameters });
  return (
    <Panel title={t('parameters.title')}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />)}
      {data && <ParametersForm parameters={data} />}
    </Panel>
  );
}

function ParametersForm({ parameters }: { readonly parameters: CallParameters }) {
  const { t } = useTranslation();
  const mayEdit = useMay('parameters.edit');
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: saveCallParameters,
    onSuccess: (saved) => {
      queries.setQueryData(queryKey, saved);
      notifyDone(t('parameters.saved'));
    },
  });
  const { form, submit, element } = useDraftForm<Record<string, unknown> & CallParameters, CallParameters>({
    schema: callParameters,
    initialValues: { ...parameters },
    labelOf: (field) => (isWorded(field) ? t(`parameters.field.${field}`) : field),
    save: saving.mutateAsync,
  });
  const seconds = ['directRingSeconds', 'directQueueLimitSeconds', 'directWrapUpSeconds'] as const;
  return (
    <form ref={element} onSubmit={submit} className={`${grid.body} ${grid.wideLabels}`} noValidate>
      <div className={grid.form}>
        <NumberInput
          label={t('parameters.field.minLoggedDigits')}
          description={t('parameters.hint.minLoggedDigits')}
          min={0}
          max={20}
          disabled={!mayEdit}
          {...form.getInputProps('minLoggedDigits')}
          value={form.getValues().minLoggedDigits ?? ''}
          onChange={(value) => form.setFieldValue('minLoggedDigits', value === '' ? null : Number(value))}
        />
        {seconds.map((name) => (
          <NumberInput
            key={name}
            label={t(`parameters.field.${name}`)}
            disabled={!mayEdit}
            {...form.getInputProps(name)}
          />
        ))}
        <TextInput
          label={t('parameters.field.outgoingCallerId')}
          description={t('parameters.hint.outgoingCallerId')}
          inputMode="tel"
          maxLength={20}
          disabled={!mayEdit}
          {...form.getInputProps('outgoingCallerId')}
        />
        <TextInput
          label={t('parameters.field.timeZone')}
          description={t('parameters.hint.timeZone')}
          disabled={!mayEdit}
          {...form.getInputProps('timeZone')}
        />
      </div>
      {mayEdit && <FormFoot onSave={() => element.current?.requestSubmit()} isBusy={saving.isPending} />}
    </form>
  );
}
