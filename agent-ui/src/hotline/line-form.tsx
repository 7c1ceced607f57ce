import { Checkbox, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type LineDraft, type LineView, lineDraft } from '../../../server/hotline/contract.ts';
import { useProjectChoices } from '../people/use-people.ts';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { Panel } from '../ui/panel.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { useSaveLine } from './use-save-line.ts';

interface Props {
  /** Null makes a new line. */
  readonly line: LineView | null;
  readonly onDone: () => void;
}

const blank: LineDraft = { ...lineDraft.parse({ name: 'x', numbers: ['00'] }), name: '', numbers: [] };
const isWorded = (field: string): field is keyof typeof uk.lines.field => field in uk.lines.field;
const isHinted = (field: string): field is keyof typeof uk.lines.hint => field in uk.lines.hint;

/** The fields that are numbers, by group. */
const numbersOf = {
  queue: ['ringSeconds', 'queueLimitSeconds', 'maxWaiting', 'wrapUpSeconds', 'minFreePeople', 'priority'],
  level: ['targetSeconds', 'shortAbandonSeconds'],
} as const;

/** One hot line: its numbers, its queue, whom it rings, what counts as in time. */
export function LineForm({ line, onDone }: Props) {
  const { t } = useTranslation();
  const saving = useSaveLine(line?.lineId ?? null);
  const { form, submit, element } = useDraftForm<Record<string, unknown> & LineDraft, LineDraft>({
    schema: lineDraft,
    initialValues: { ...blank, ...(line ?? {}), numbers: [...(line?.numbers ?? [])] },
    labelOf: (field) => (isWorded(field) ? t(`lines.field.${field}`) : field),
    save: async (draft) => {
      await saving.mutateAsync(draft);
      onDone();
    },
  });
  const number = (name: keyof typeof uk.lines.field) => (
    <NumberInput
      key={name}
      label={t(`lines.field.${name}`)}
      description={isHinted(name) ? t(`lines.hint.${name}`) : undefined}
      {...form.getInputProps(name)}
    />
  );
  const tick = (name: 'prefersManager' | 'prefersLastTalked' | 'isActive') => (
    <Checkbox key={name} label={t(`lines.field.${name}`)} {...form.getInputProps(name, { type: 'checkbox' })} />
  );
  return (
    <Panel title={line?.name ?? t('lines.newLine')}>
      <form ref={element} onSubmit={submit} className={grid.body} noValidate>
        <div className={grid.form}>
          <h3 className={grid.group}>{t('lines.group.main')}</h3>
          <TextInput
            label={t('lines.field.name')}
            required
            placeholder=" "
            maxLength={80}
            autoFocus
            {...form.getInputProps('name')}
          />
          <TagsInput
            label={t('lines.field.numbers')}
            description={t('lines.hint.numbers')}
            required
            acceptValueOnBlur
            maxTags={20}
            wrapperProps={{ 'data-missing': form.getValues().numbers.length === 0 || undefined }}
            {...form.getInputProps('numbers')}
          />
          <Select
            label={t('lines.field.projectId')}
            description={t('lines.hint.projectId')}
            placeholder={t('lines.noProject')}
            data={useProjectChoices()}
            clearable
            {...form.getInputProps('projectId')}
          />
          <div className={grid.ticks}>{tick('isActive')}</div>
          <h3 className={grid.group}>{t('lines.group.order')}</h3>
          <div className={grid.ticks}>
            {tick('prefersManager')}
            {tick('prefersLastTalked')}
          </div>
          <NumberInput
            label={t('lines.field.reserveAfterSeconds')}
            description={t('lines.hint.reserveAfterSeconds')}
            {...form.getInputProps('reserveAfterSeconds')}
            value={form.getValues().reserveAfterSeconds ?? ''}
            onChange={(value) => form.setFieldValue('reserveAfterSeconds', value === '' ? null : Number(value))}
          />
          <h3 className={grid.group}>{t('lines.group.queue')}</h3>
          {numbersOf.queue.map(number)}
          <TextInput label={t('lines.field.musicClass')} maxLength={40} {...form.getInputProps('musicClass')} />
          <h3 className={grid.group}>{t('lines.group.level')}</h3>
          {numbersOf.level.map(number)}
        </div>
        <FormFoot onCancel={onDone} onSave={() => element.current?.requestSubmit()} isBusy={saving.isPending} />
      </form>
    </Panel>
  );
}
