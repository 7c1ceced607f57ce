import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CallParameters, callParameters } from '../../../server/calls/contract.ts';
import { useMay } from '../app/session.tsx';
import { AccountingMode } from '../enterprises/accounting-mode.tsx';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { checkPbxPath, fetchCallParameters, fetchDigitsPreview, saveCallParameters } from './api.ts';

const queryKey = ['parameters', 'calls'];
type Field = keyof typeof uk.parameters.field;
const isWorded = (field: string): field is Field => field in uk.parameters.field;
const isHinted = (field: string): field is keyof typeof uk.parameters.hint => field in uk.parameters.hint;

/** Параметри / Налаштування (R-140…R-146, D-18). */
export function CallParametersPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: fetchCallParameters });
  return (
    <div style={{ overflow: 'auto', display: 'grid', gap: 12, alignContent: 'start' }}>
      <Panel title={t('parameters.title')}>
        {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />)}
        {data && <ParametersForm parameters={data} />}
      </Panel>
      <Panel title={t('centralised.title')}>
        <AccountingMode />
      </Panel>
    </div>
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
  const field = (name: Field) => ({
    label: t(`parameters.field.${name}`),
    description: isHinted(name) ? t(`parameters.hint.${name}`) : undefined,
    disabled: !mayEdit,
    ...form.getInputProps(name),
  });
  const number = (name: Field) => <NumberInput key={name} {...field(name)} />;
  const text = (name: Field) => <TextInput key={name} maxLength={500} {...field(name)} />;
  const tick = (name: Field) => (
    <Checkbox
      key={name}
      label={t(`parameters.field.${name}`)}
      description={isHinted(name) ? t(`parameters.hint.${name}`) : undefined}
      disabled={!mayEdit}
      {...form.getInputProps(name, { type: 'checkbox' })}
    />
  );
  const { minLoggedDigits, pbxPath } = form.getValues();
  return (
    <form ref={element} onSubmit={submit} className={`${grid.body} ${grid.wideLabels}`} noValidate>
      <div className={grid.form}>
        <h3 className={grid.group}>{t('callSettings.loading')}</h3>
        <div className={grid.ticks}>{tick('loadFromPbx')}</div>
        {text('pbxPath')}
        {mayEdit && <PathCheck pbxPath={pbxPath} />}
        {(['loadEveryMinutes', 'loadOverlapMinutes'] as const).map(number)}
        {text('pbxTimeZone')}
        <div className={grid.ticks}>{(['eventsFromCalls', 'keepRecordings'] as const).map(tick)}</div>
        {number('recordingDays')}
        <h3 className={grid.group}>{t('callSettings.log')}</h3>
        <NumberInput
          {...field('minLoggedDigits')}
          min={0}
          max={20}
          value={minLoggedDigits ?? ''}
          onChange={(value) => form.setFieldValue('minLoggedDigits', value === '' ? null : Number(value))}
        />
        <DigitsPreview minLoggedDigits={minLoggedDigits ?? 0} />
        <h3 className={grid.group}>{t('callSettings.after')}</h3>
        <div className={grid.ticks}>{(['taskOnMissed', 'clientRequired', 'offerNewClient'] as const).map(tick)}</div>
        {(['missedReplyHours', 'dueSoonDays'] as const).map(number)}
        <h3 className={grid.group}>{t('callSettings.live')}</h3>
        {(['directRingSeconds', 'directQueueLimitSeconds', 'directWrapUpSeconds'] as const).map(number)}
        <TextInput inputMode="tel" maxLength={20} {...field('outgoingCallerId')} />
        {text('timeZone')}
      </div>
      {mayEdit && <FormFoot onSave={() => element.current?.requestSubmit()} isBusy={saving.isPending} />}
    </form>
  );
}

/** «Перевірити»: whether the typed path can be read, with its first record. */
function PathCheck({ pbxPath }: { readonly pbxPath: string }) {
  const { t } = useTranslation();
  const check = useMutation({ mutationFn: checkPbxPath, onError: (error) => notifyFailed(t, error) });
  return (
    <div className={grid.ticks}>
      <div>
        <Button
          variant="default"
          disabled={pbxPath.trim() === ''}
          loading={check.isPending}
          onClick={() => check.mutate(pbxPath)}
        >
          {t('callSettings.check')}
        </Button>
      </div>
      {check.data && (
        <div role="status">
          {t(`callSettings.finding.${check.data.finding}`)} {check.data.answer && <q>{check.data.answer}</q>}
        </div>
      )}
    </div>
  );
}

/** What N would have done to the past week's calls. */
function DigitsPreview({ minLoggedDigits }: { readonly minLoggedDigits: number }) {
  const { t } = useTranslation();
  const isWhole = Number.isInteger(minLoggedDigits) && minLoggedDigits >= 0 && minLoggedDigits <= 20;
  const { data } = useQuery({
    queryKey: ['parameters', 'preview', minLoggedDigits],
    queryFn: () => fetchDigitsPreview(minLoggedDigits),
    enabled: isWhole,
  });
  if (!data) return null;
  const { calls, keptOut, examples } = data;
  return (
    <div className={grid.ticks} role="status">
      <div>
        {t('callSettings.preview', { count: keptOut, calls })} {t('callSettings.logged', { count: calls - keptOut })}
      </div>
      {examples.length > 0 && <div>{examples.map((one) => `${one.number} (${one.calls})`).join(', ')}</div>}
    </div>
  );
}
