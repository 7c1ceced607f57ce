import { Checkbox, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type EmployeeDraft, type EmployeeView, employeeDraft } from '../../../server/people/contract.ts';
import { uk } from '../texts/uk.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { notifyDone } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { useDraftForm } from '../ui/use-draft-form.ts';
import { employeesKey, saveEmployee } from './employee-api.ts';
import { peopleKey } from './use-people.ts';
import { useUnits } from './use-units.ts';

interface Props {
  /** Null makes a new one. */
  readonly employee: EmployeeView | null;
  readonly mayEdit: boolean;
  /** Nothing closes the card. */
  readonly onDone: (employeeId?: string) => void;
}

const isWorded = (field: string): field is keyof typeof uk.employees.field => field in uk.employees.field;
const texts = ['position', 'department', 'phoneNumber'] as const;

/** The card of an employee; the mailbox password goes in and never comes out. */
export function EmployeeCard({ employee, mayEdit, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { choices } = useUnits();
  const saving = useMutation({
    mutationFn: (draft: EmployeeDraft) =>
      saveEmployee(employee?.employeeId ?? null, { ...draft, mailboxPassword: draft.mailboxPassword || null }),
    onSuccess: async ({ employeeId, fullName }) => {
      await Promise.all([employeesKey, peopleKey].map((queryKey) => queries.invalidateQueries({ queryKey })));
      form.setFieldValue('mailboxPassword', '');
      notifyDone(t('employees.saved', { name: fullName }));
      onDone(employeeId);
    },
  });
  const { form, submit, element } = useDraftForm<Record<string, unknown> & EmployeeDraft, EmployeeDraft>({
    schema: employeeDraft,
    initialValues: {
      ...employeeDraft.parse({ fullName: 'x', ...employee }),
      ...(employee ? {} : { fullName: '' }),
      mailboxPassword: '',
    },
    labelOf: (field) => (isWorded(field) ? t(`employees.field.${field}`) : field),
    save: saving.mutateAsync,
  });
  const field = (name: string) => ({ ...form.getInputProps(name), disabled: !mayEdit });
  return (
    <Panel title={employee?.fullName ?? t('employees.newOne')}>
      <form ref={element} onSubmit={submit} className={grid.body} noValidate>
        {employee && <MailState employee={employee} />}
        <div className={grid.form}>
          <TextInput
            label={t('employees.field.fullName')}
            required
            placeholder=" "
            maxLength={120}
            autoFocus={!employee}
            {...field('fullName')}
          />
          <Select
            label={t('employees.field.enterpriseId')}
            data={choices}
            placeholder={choices[0]?.label}
            searchable
            {...field('enterpriseId')}
          />
          {texts.map((name) => (
            <TextInput key={name} label={t(`employees.field.${name}`)} maxLength={120} {...field(name)} />
          ))}
          <h3 className={grid.group}>{t('employees.mail')}</h3>
          <TextInput label={t('employees.field.email')} type="email" maxLength={254} {...field('email')} />
          {mayEdit && (
            <PasswordInput
              label={t('employees.field.mailboxPassword')}
              description={employee?.hasMailboxPassword ? t('employees.hint.mailboxPassword') : undefined}
              placeholder={employee?.hasMailboxPassword ? t('employees.isStored') : undefined}
              autoComplete="new-password"
              {...field('mailboxPassword')}
            />
          )}
          {employee?.account && <TextInput label={t('employees.field.account')} value={employee.account} disabled />}
          <Textarea label={t('employees.field.note')} autosize minRows={2} maxRows={6} {...field('note')} />
          <div className={grid.ticks}>
            <Checkbox
              label={t('employees.field.isActive')}
              disabled={!mayEdit}
              {...form.getInputProps('isActive', { type: 'checkbox' })}
            />
          </div>
        </div>
        {mayEdit && (
          <FormFoot
            onCancel={() => onDone()}
            onSave={() => element.current?.requestSubmit()}
            isBusy={saving.isPending}
          />
        )}
      </form>
    </Panel>
  );
}

/** Whether the employee can send and receive mail, or what is missing and where to fill it in. */
function MailState({ employee }: { readonly employee: EmployeeView }) {
  const { t } = useTranslation();
  if (employee.mailLacks.length === 0) return <p className={grid.warn}>{t('employees.mailReady')}</p>;
  return (
    <div className={grid.warn} role="note">
      {employee.mailLacks.map((lack) => (
        <div key={lack}>{t(`employees.lack.${lack}`)}</div>
      ))}
    </div>
  );
}
