import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleCodes } from '../../../server/access/contract.ts';
import type { PersonDraft, PersonView } from '../../../server/people/contract.ts';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { notifyDone } from '../ui/notify.ts';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { changePerson, createPerson } from './api.ts';
import { blankPerson, type PersonValues, personForm, personTicks, valuesOf } from './person-values.ts';
import { peopleKey, useProjectChoices } from './use-people.ts';

interface Props {
  /** Null makes a new account. */
  readonly person: PersonView | null;
  readonly mayEdit: boolean;
  readonly onSaved: (personId: string) => void;
}

const isWorded = (field: string): field is keyof typeof uk.people.field => field in uk.people.field;

/** The account, its phone, and how calls reach the person. */
export function PersonForm({ person, mayEdit, onSaved }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (draft: PersonDraft) => (person ? changePerson(person.personId, draft) : createPerson(draft)),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: peopleKey });
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
  const field = (name: string) => ({ ...form.getInputProps(name), disabled: !mayEdit });

  return (
    <form ref={element} onSubmit={submit} className={grid.body} noValidate>
      <div className={grid.form}>
        <h3 className={grid.group}>{t('people.account')}</h3>
        <TextInput
          label={t('people.field.email')}
          description={person ? undefined : t('people.hint.email')}
          type="email"
          required
          placeholder=" "
          autoFocus={!person}
          {...field('email')}
        />
        <TextInput label={t('people.field.fullName')} required placeholder=" " maxLength={120} {...field('fullName')} />
        <Select
          label={t('people.field.role')}
          data={roleCodes.map((value) => ({ value, label: t(`people.role.${value}`) }))}
          allowDeselect={false}
          {...field('role')}
        />
        {mayEdit && (
          <PasswordInput
            label={t('people.field.password')}
            description={person ? t('people.hint.passwordKeep') : t('people.hint.password')}
            autoComplete="new-password"
            {...field('password')}
          />
        )}
        <TextInput label={t('people.field.position')} maxLength={120} {...field('position')} />
        <TextInput label={t('people.field.phoneNumber')} inputMode="tel" maxLength={40} {...field('phoneNumber')} />
        <h3 className={grid.group}>{t('people.telephony')}</h3>
        <TextInput
          label={t('people.field.sipExtension')}
          description={t('people.hint.sipExtension')}
          inputMode="numeric"
          maxLength={8}
          {...field('sipExtension')}
        />
        <TextInput label={t('people.field.directNumber')} inputMode="tel" maxLength={20} {...field('directNumber')} />
        <Select
          label={t('people.field.telephonyProjectId')}
          description={t('people.hint.project')}
          placeholder={t('people.commonPool')}
          data={useProjectChoices()}
          clearable
          searchable
          {...field('telephonyProjectId')}
        />
        <div className={grid.ticks}>
          {personTicks.map((name) => (
            <Checkbox
              key={name}
              label={t(`people.field.${name}`)}
              description={name === 'useStatusesForTelephony' ? t('people.hint.statuses') : undefined}
              disabled={!mayEdit}
              {...form.getInputProps(name, { type: 'checkbox' })}
            />
          ))}
        </div>
      </div>
      {mayEdit && <FormFoot onSave={() => element.current?.requestSubmit()} isBusy={saving.isPending} />}
    </form>
  );
}
