import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type UserStatusDraft,
  type UserStatusView,
  userStatusColours,
  userStatusDraft,
} from '../../../server/directories/contract.ts';
import { statusTone } from '../presence/status-words.ts';
import grid from '../ui/form-grid.module.css';
import { StatusChip } from '../ui/status-chip.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { fieldLabel } from './field-label.ts';
import { PropertiesWindow } from './properties-window.tsx';

interface Props {
  /** Null makes a new row. */
  readonly row: UserStatusView | null;
  readonly onSave: (draft: UserStatusDraft) => Promise<unknown>;
  readonly onClose: () => void;
}

const blank = { ...userStatusDraft.parse({ code: 'xx', name: 'x' }), code: '', name: '' };
const ticks = ['acceptsHotline', 'isWorkingTime', 'isSetByHand', 'needsReason', 'isActive'] as const;

/** «Властивості» of a user status (D-03). */
export function UserStatusForm({ row, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const isSystem = row?.isSystem ?? false;
  const { form, submit, element } = useDraftForm({
    schema: userStatusDraft,
    initialValues: { ...blank, ...(row ?? {}) },
    labelOf: (field) => fieldLabel(t, field),
    save: async (draft) => {
      await onSave(draft);
      onClose();
    },
  });
  const field = (name: keyof typeof blank) => form.getInputProps(name);
  return (
    <PropertiesWindow formRef={element} onSubmit={submit} onClose={onClose} isSystem={isSystem}>
      <TextInput
        label={t('directory.field.name')}
        required
        placeholder=" "
        disabled={isSystem}
        data-autofocus
        {...field('name')}
      />
      <TextInput
        label={t('directory.field.code')}
        description={t('directory.hint.code')}
        required
        placeholder=" "
        disabled={isSystem || row !== null}
        {...field('code')}
      />
      <Select
        label={t('directory.field.acceptsDirect')}
        data={(['yes', 'waiting', 'no'] as const).map((value) => ({
          value,
          label: t(`directory.acceptsDirect.${value}`),
        }))}
        allowDeselect={false}
        disabled={isSystem}
        {...field('acceptsDirect')}
      />
      <Select
        label={t('directory.field.colour')}
        data={userStatusColours.map((value) => ({ value, label: t(`directory.colour.${value}`) }))}
        renderOption={({ option }) => <StatusChip tone={toneOf(option.value)} word={option.label} />}
        allowDeselect={false}
        disabled={isSystem}
        {...field('colour')}
      />
      <NumberInput
        label={t('directory.field.limitMinutes')}
        description={t('directory.hint.limitMinutes')}
        min={1}
        max={1440}
        disabled={isSystem}
        {...field('limitMinutes')}
        value={form.getValues().limitMinutes ?? ''}
        onChange={(value) => form.setFieldValue('limitMinutes', value === '' ? null : Number(value))}
      />
      <NumberInput label={t('directory.field.sortOrder')} min={0} max={9999} {...field('sortOrder')} />
      <div className={grid.ticks}>
        {ticks.map((name) => (
          <Checkbox
            key={name}
            label={t(`directory.field.${name}`)}
            disabled={isSystem && name !== 'isActive'}
            {...form.getInputProps(name, { type: 'checkbox' })}
          />
        ))}
      </div>
      <Textarea label={t('directory.field.note')} autosize minRows={2} maxRows={6} {...field('note')} />
    </PropertiesWindow>
  );
}

const toneOf = (value: string) => {
  const colour = userStatusColours.find((one) => one === value) ?? 'away';
  return statusTone([{ code: value, name: '', colour, isSystem: false }], value);
};
