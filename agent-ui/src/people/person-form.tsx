import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDraft, PersonView } from '../../../server/people/contract.ts';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { notifyDone } from '../ui/notify.ts';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { changePerson, createPerson } from './api.ts';
import { employeesKey } from './employee-api.ts';
import { blankPerson, type PersonValues, personForm, valuesOf } from './person-values.ts';
import type { KeptDrafts } from './use-kept-drafts.ts';
import { peopleKey } from './use-people.ts';

export type PersonFormState = ReturnType<typeof useDraftForm<PersonValues, PersonDraft>>['form'];

interface Props {
  /** Null makes a new account. */
  readonly person: PersonView | null;
  readonly mayEdit: boolean;
  readonly drafts: KeptDrafts;
  readonly onSaved: (personId: string) => void;
  /** The fields of a tab; those of the other tab are saved as they are. */
  readonly children: (form: PersonFormState) => ReactNode;
}

const isWorded = (field: string): field is keyof typeof uk.people.field => field in uk.people.field;

/** One person, however many tabs show them: one form, one save. What is not saved waits in `drafts`. */
export function PersonForm({ person, mayEdit, drafts, onSaved, children }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = person?.personId ?? 'new';
  const saving = useMutation({
    mutationFn: (draft: PersonDraft) => (person ? changePerson(person.personId, draft) : createPerson(draft)),
    onSuccess: async (saved) => {
      drafts.forget(key);
      const values = valuesOf(saved);
      form.setInitialValues(values);
      form.setValues(values);
      await Promise.all([peopleKey, employeesKey].map((queryKey) => queries.invalidateQueries({ queryKey })));
      notifyDone(t('people.saved', { name: saved.fullName }));
      onSaved(saved.personId);
    },
  });
  const { form, submit, element } = useDraftForm<PersonValues, PersonDraft>({
    schema: personForm,
    initialValues: person ? valuesOf(person) : blankPerson,
    labelOf: (field) => (isWorded(field) ? t(`people.field.${field}`) : field),
    save: saving.mutateAsync,
  });
  // Once, when the person is shown: what was typed before stands there again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const kept = drafts.find(key);
    if (kept) form.setValues(kept);
  }, []);
  const isUnsaved = form.isDirty();
  useEffect(() => {
    if (isUnsaved) drafts.keep(key, form.getValues());
  });

  return (
    <form ref={element} onSubmit={submit} className={grid.body} noValidate>
      {isUnsaved && person && <p className={grid.warn}>{t('personTabs.unsaved')}</p>}
      {children(form)}
      {mayEdit && <FormFoot onSave={() => element.current?.requestSubmit()} isBusy={saving.isPending} />}
    </form>
  );
}
