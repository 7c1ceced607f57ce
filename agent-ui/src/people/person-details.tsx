import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleCodes } from '../../../server/access/contract.ts';
import { useMay } from '../app/session.tsx';
import grid from '../ui/form-grid.module.css';
import { employeesKey, fetchEmployees } from './employee-api.ts';
import type { PersonFormState } from './person-form.tsx';
import { useUnits } from './use-units.ts';

interface Props {
  readonly isNew: boolean;
  readonly form: PersonFormState;
  readonly mayEdit: boolean;
}

/** Tab «Деталі»: the account itself, and the employee it belongs to. */
export function PersonDetails({ isNew, form, mayEdit }: Props) {
  const { t } = useTranslation();
  const { isCentralised, choices } = useUnits();
  const field = (name: string) => ({ ...form.getInputProps(name), disabled: !mayEdit });
  return (
    <div className={grid.form}>
      <TextInput
        label={t('people.field.email')}
        description={isNew ? t('people.hint.email') : undefined}
        type="email"
        required
        placeholder=" "
        autoFocus={isNew}
        {...field('email')}
      />
      <TextInput label={t('people.field.fullName')} required placeholder=" " maxLength={120} {...field('fullName')} />
      <Select
        label={t('people.field.employeeId')}
        data={useEmployeeChoices()}
        placeholder={t('personTabs.employeeOwn')}
        searchable
        clearable={isNew}
        {...field('employeeId')}
      />
      <Select
        label={t('people.field.role')}
        data={roleCodes.map((value) => ({ value, label: t(`people.role.${value}`) }))}
        allowDeselect={false}
        {...field('role')}
      />
      {mayEdit && (
        <PasswordInput
          label={t('people.field.password')}
          description={isNew ? t('people.hint.password') : t('people.hint.passwordKeep')}
          autoComplete="new-password"
          {...field('password')}
        />
      )}
      {isNew && isCentralised && (
        <Select
          label={t('people.field.unitId')}
          data={choices}
          required
          placeholder=" "
          searchable
          {...field('unitId')}
        />
      )}
      <div className={grid.ticks}>
        <Checkbox
          label={t('people.field.isActive')}
          disabled={!mayEdit}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
      </div>
    </div>
  );
}

function useEmployeeChoices() {
  const mayView = useMay('employees.view');
  const { data } = useQuery({ queryKey: employeesKey, queryFn: fetchEmployees, enabled: mayView, staleTime: 60_000 });
  return (data?.rows ?? []).map(({ employeeId, fullName, position }) => ({
    value: employeeId,
    label: position === '' ? fullName : `${fullName}, ${position}`,
  }));
}
