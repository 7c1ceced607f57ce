import { Autocomplete, Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../server/people/contract.ts';
import grid from '../ui/form-grid.module.css';
import type { PersonFormState } from './person-form.tsx';
import { personTicks } from './person-values.ts';
import { useProjectChoices } from './use-people.ts';
import { useUnits } from './use-units.ts';

interface Props {
  readonly person: PersonView;
  readonly form: PersonFormState;
  readonly mayEdit: boolean;
}

/** Tab «Параметри» (R-122…R-135, D-11, D-12): who it is stands there by itself, how calls and letters reach them is chosen. */
export function PersonParameters({ person, form, mayEdit }: Props) {
  const { t } = useTranslation();
  const projects = useProjectChoices();
  const { isCentralised, choices } = useUnits();
  const field = (name: string) => ({ ...form.getInputProps(name), disabled: !mayEdit });
  const offered = person.employeePosition === '' ? [] : [person.employeePosition];
  return (
    <div className={grid.form}>
      <TextInput label={t('people.field.email')} value={person.email} readOnly disabled />
      <TextInput label={t('people.field.fullName')} value={person.fullName} readOnly disabled />
      <Autocomplete label={t('people.field.position')} data={offered} maxLength={120} {...field('position')} />
      <TextInput label={t('people.field.phoneNumber')} inputMode="tel" maxLength={40} {...field('phoneNumber')} />
      <TextInput
        label={t('people.field.sipExtension')}
        description={t('people.hint.sipExtension')}
        inputMode="numeric"
        maxLength={8}
        {...field('sipExtension')}
      />
      <TextInput label={t('people.field.directNumber')} inputMode="tel" maxLength={20} {...field('directNumber')} />
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
      <Select
        label={t('people.field.telephonyProjectId')}
        description={t('people.hint.project')}
        placeholder={t('people.commonPool')}
        data={projects}
        clearable
        searchable
        {...field('telephonyProjectId')}
      />
      <Select
        label={t('people.field.mailProjectId')}
        data={projects}
        clearable
        searchable
        {...field('mailProjectId')}
      />
      {isCentralised && (
        <>
          <Select
            label={t('people.field.unitId')}
            data={choices}
            required
            placeholder=" "
            searchable
            {...field('unitId')}
          />
          <MultiSelect label={t('people.field.availableUnitIds')} data={choices} {...field('availableUnitIds')} />
        </>
      )}
    </div>
  );
}
