import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priorities, type TaskDraft, type TaskView, taskDraft } from '../../../server/tasks/contract.ts';
import { ClientLinkFields } from '../clients/link-fields.tsx';
import { useProjectChoices } from '../people/use-people.ts';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { localMoment, toLocal } from '../ui/local-moment.ts';
import { Panel } from '../ui/panel.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { changeTask, createTask } from './api.ts';
import { usePersonChoices, useTakeTask } from './use-tasks.ts';

interface Props {
  /** Null makes a new task. */
  readonly task: TaskView | null;
  /** What a new task begins with: the client's, the event's. */
  readonly begin?: Partial<TaskDraft>;
  readonly onSaved: (taskId: string) => void;
  readonly onCancel: () => void;
}

const taskForm = taskDraft.extend({ plannedStartAt: localMoment, dueAt: localMoment });
type Values = Omit<TaskDraft, 'plannedStartAt' | 'dueAt'> & { plannedStartAt: string; dueAt: string };
const isWorded = (field: string): field is keyof typeof uk.tasks.field => field in uk.tasks.field;

function valuesOf(task: TaskView | null, begin: Partial<TaskDraft>): Values {
  const blank = taskDraft.parse({ subject: ' x', ...begin });
  if (!task) {
    return {
      ...blank,
      subject: begin.subject ?? '',
      plannedStartAt: toLocal(blank.plannedStartAt),
      dueAt: toLocal(blank.dueAt),
    };
  }
  const inRole = (role: string) => task.people.filter((one) => one.role === role).map(({ personId }) => personId);
  const { subject, description, performerId, controllerId, priority, percentDone } = task;
  const { clientId, contactId, projectId, sourceEventId, result } = task;
  return {
    ...{ subject, description, performerId, controllerId, priority, percentDone },
    ...{ clientId, contactId, projectId, sourceEventId, result },
    coPerformerIds: inRole('co_performer'),
    observerIds: inRole('observer'),
    plannedStartAt: toLocal(task.plannedStartAt),
    dueAt: toLocal(task.dueAt),
  };
}

/** Creates or changes a task. */
export function TaskForm({ task, begin = {}, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  // As it was read when the form opened: a newer reading behind the form must not let it overwrite what others saved.
  const [opened] = useState(task?.version ?? 0);
  const take = useTakeTask();
  const people = usePersonChoices();
  const projects = useProjectChoices();
  const { form, submit, element } = useDraftForm<Values, TaskDraft>({
    schema: taskForm,
    initialValues: valuesOf(task, begin),
    labelOf: (field) => (isWorded(field) ? t(`tasks.field.${field}`) : field),
    save: async (draft) => {
      const saved = await (task ? changeTask(task.taskId, { ...draft, version: opened }) : createTask(draft));
      take(saved);
      onSaved(saved.taskId);
    },
  });
  const { clientId, contactId } = form.values;
  const person = { data: people, searchable: true, clearable: true };
  return (
    <Panel title={task ? (task.number ?? t('tasks.card')) : t('tasks.newCard')}>
      <form ref={element} onSubmit={submit} noValidate className={grid.body}>
        <div className={grid.form}>
          <TextInput
            label={t('tasks.field.subject')}
            required
            placeholder=" "
            maxLength={300}
            autoFocus
            {...form.getInputProps('subject')}
          />
          <Textarea
            label={t('tasks.field.description')}
            autosize
            minRows={3}
            maxRows={10}
            {...form.getInputProps('description')}
          />
          <Select label={t('tasks.field.performerId')} {...person} {...form.getInputProps('performerId')} />
          <MultiSelect label={t('tasks.field.coPerformerIds')} {...person} {...form.getInputProps('coPerformerIds')} />
          <Select label={t('tasks.field.controllerId')} {...person} {...form.getInputProps('controllerId')} />
          <MultiSelect label={t('tasks.field.observerIds')} {...person} {...form.getInputProps('observerIds')} />
          <Select
            label={t('tasks.field.priority')}
            data={priorities.map((value) => ({ value, label: t(`tasks.priority.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('priority')}
          />
          <TextInput
            label={t('tasks.field.plannedStartAt')}
            type="datetime-local"
            {...form.getInputProps('plannedStartAt')}
          />
          <TextInput label={t('tasks.field.dueAt')} type="datetime-local" {...form.getInputProps('dueAt')} />
          <NumberInput label={t('tasks.field.percentDone')} min={0} max={100} {...form.getInputProps('percentDone')} />
          <ClientLinkFields
            clientId={clientId}
            contactId={contactId}
            error={form.errors.clientId}
            onChange={(link) => form.setValues(link)}
          />
          <Select
            label={t('tasks.field.projectId')}
            data={projects}
            searchable
            clearable
            {...form.getInputProps('projectId')}
          />
          <Textarea
            label={t('tasks.field.result')}
            autosize
            minRows={2}
            maxRows={8}
            {...form.getInputProps('result')}
          />
        </div>
        <FormFoot onCancel={onCancel} onSave={() => element.current?.requestSubmit()} />
      </form>
    </Panel>
  );
}
