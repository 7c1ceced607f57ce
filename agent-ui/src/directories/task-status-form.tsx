import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type TaskStatusDraft,
  type TaskStatusView,
  taskStages,
  taskStatusDraft,
} from '../../../server/directories/contract.ts';
import grid from '../ui/form-grid.module.css';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { fieldLabel } from './field-label.ts';
import { PropertiesWindow } from './properties-window.tsx';

interface Props {
  /** Null makes a new row. */
  readonly row: TaskStatusView | null;
  readonly onSave: (draft: TaskStatusDraft) => Promise<unknown>;
  readonly onClose: () => void;
}

const blank = { ...taskStatusDraft.parse({ code: 'xx', name: 'x', stage: 'in_progress' }), code: '', name: '' };

/** «Властивості» of a task status (D-02). Which status is initial or final follows from the stage. */
export function TaskStatusForm({ row, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const isSystem = row?.isSystem ?? false;
  const { form, submit, element } = useDraftForm({
    schema: taskStatusDraft,
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
        label={t('directory.field.stage')}
        data={taskStages.map((value) => ({ value, label: t(`directory.stage.${value}`) }))}
        allowDeselect={false}
        required
        disabled={isSystem}
        {...field('stage')}
      />
      <NumberInput
        label={t('directory.field.percentDone')}
        min={0}
        max={100}
        suffix=" %"
        disabled={isSystem}
        {...field('percentDone')}
      />
      <NumberInput label={t('directory.field.sortOrder')} min={0} max={9999} {...field('sortOrder')} />
      <div className={grid.ticks}>
        {(['needsReason', 'isActive'] as const).map((name) => (
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
