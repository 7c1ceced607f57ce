import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type EventDraft, type EventView, eventDraft } from '../../../server/events/contract.ts';
import { useSession } from '../app/session.tsx';
import { ClientLinkFields } from '../clients/link-fields.tsx';
import { useProjectChoices } from '../people/use-people.ts';
import { usePersonChoices } from '../tasks/use-tasks.ts';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { toLocal } from '../ui/local-moment.ts';
import { Panel } from '../ui/panel.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { changeEvent, createEvent } from './api.ts';
import { useEventTypes, useTakeEvent } from './use-events.ts';

interface Props {
  /** Null makes a new event. */
  readonly event: EventView | null;
  /** What a new event begins with. */
  readonly begin?: Partial<EventDraft>;
  readonly onSaved: (eventId: string) => void;
  readonly onCancel: () => void;
}

const eventForm = eventDraft.extend({
  // An empty choice is a missing one, not a badly written one.
  type: z.string().min(1),
  happenedAt: z
    .string()
    .min(1)
    .transform((text) => new Date(text).toISOString()),
});
const isWorded = (field: string): field is keyof typeof uk.events.field => field in uk.events.field;

function valuesOf(event: EventView | null, begin: Partial<EventDraft>): EventDraft {
  if (!event) {
    const blank = eventDraft.parse({ happenedAt: new Date().toISOString(), type: 'visit', subject: 'x', ...begin });
    return { ...blank, happenedAt: toLocal(blank.happenedAt), type: begin.type ?? '', subject: begin.subject ?? '' };
  }
  const { type, clientId, contactId, address, projectId, responsibleId, subject } = event;
  const { text, durationSeconds, result, repliesToId, isOpen } = event;
  return {
    ...{ type, clientId, contactId, address, projectId, responsibleId, subject },
    ...{ text, durationSeconds, result, repliesToId, isOpen },
    happenedAt: toLocal(event.happenedAt),
  };
}

/** Creates or changes an event. */
export function EventForm({ event, begin = {}, onSaved, onCancel }: Props) {
  const { t } = useTranslation();
  // As it was read when the form opened: a newer reading behind the form must not let it overwrite what others saved.
  const [opened] = useState(event?.version ?? 0);
  const take = useTakeEvent();
  const { personId } = useSession();
  const types = useEventTypes();
  const people = usePersonChoices();
  const projects = useProjectChoices();
  const { form, submit, element } = useDraftForm<EventDraft, EventDraft>({
    schema: eventForm,
    initialValues: valuesOf(event, { responsibleId: personId, ...begin }),
    labelOf: (field) => (isWorded(field) ? t(`events.field.${field}`) : field),
    save: async (draft) => {
      const saved = await (event ? changeEvent(event.eventId, { ...draft, version: opened }) : createEvent(draft));
      take(saved);
      onSaved(saved.eventId);
    },
  });
  const { clientId, contactId, durationSeconds, type } = form.values;
  const isMissing = { ...(type === '' ? { 'data-missing': true } : {}) };
  return (
    <Panel title={event ? (event.number ?? t('events.card')) : t('events.newCard')}>
      <form ref={element} onSubmit={submit} noValidate className={grid.body}>
        <div className={grid.form}>
          <div {...isMissing}>
            <Select
              label={t('events.field.type')}
              required
              data={event ? types.all : types.byHand}
              searchable
              autoFocus
              {...form.getInputProps('type')}
            />
          </div>
          <TextInput
            label={t('events.field.subject')}
            required
            placeholder=" "
            maxLength={300}
            {...form.getInputProps('subject')}
          />
          <TextInput
            label={t('events.field.happenedAt')}
            required
            type="datetime-local"
            {...form.getInputProps('happenedAt')}
          />
          <ClientLinkFields
            clientId={clientId}
            contactId={contactId}
            error={form.errors.clientId}
            onChange={(link) => form.setValues(link)}
          />
          <TextInput label={t('events.field.address')} maxLength={400} {...form.getInputProps('address')} />
          <Select
            label={t('events.field.projectId')}
            data={projects}
            searchable
            clearable
            {...form.getInputProps('projectId')}
          />
          <Select
            label={t('events.field.responsibleId')}
            data={people}
            searchable
            clearable
            {...form.getInputProps('responsibleId')}
          />
          <Textarea label={t('events.field.text')} autosize minRows={3} maxRows={10} {...form.getInputProps('text')} />
          <NumberInput
            label={t('events.field.durationMinutes')}
            min={0}
            max={10_080}
            value={durationSeconds === null ? '' : Math.round(durationSeconds / 60)}
            onChange={(minutes) => form.setFieldValue('durationSeconds', minutes === '' ? null : Number(minutes) * 60)}
          />
          <Textarea
            label={t('events.field.result')}
            autosize
            minRows={2}
            maxRows={8}
            {...form.getInputProps('result')}
          />
          <div className={grid.ticks}>
            <Checkbox label={t('events.open')} {...form.getInputProps('isOpen', { type: 'checkbox' })} />
          </div>
        </div>
        <FormFoot onCancel={onCancel} onSave={() => element.current?.requestSubmit()} />
      </form>
    </Panel>
  );
}
