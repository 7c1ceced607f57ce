import { TextInput } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeView } from '../../../server/people/contract.ts';
import { useMay } from '../app/session.tsx';
import { Tick } from '../directories/tick.tsx';
import type { Column } from '../registry/column.ts';
import { Registry } from '../registry/registry.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { ListAndCard } from '../ui/list-and-card.tsx';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { employeesKey, fetchEmployees, removeEmployee } from './employee-api.ts';
import { EmployeeCard } from './employee-card.tsx';

/** «Список працівників» (R-030…R-034): the registry, the card of one at its right. */
export function EmployeesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('employees.edit');
  const { employee: opened } = useSearch({ from: '/frame/employees' });
  const { data, error, refetch } = useQuery({ queryKey: employeesKey, queryFn: fetchEmployees, staleTime: 60_000 });
  const [text, setText] = useState('');
  const [selectedId, setSelectedId] = useState<string | null>(opened ?? null);
  const remove = useRemove();
  const rows = useMemo(() => data?.rows.filter((row) => isFound(row, text)), [data, text]);
  const columns = useColumns();
  const open = (employee?: string) => navigate({ to: '/employees', search: employee ? { employee } : {} });
  const selected = data?.rows.find(({ employeeId }) => employeeId === selectedId);
  const shown = data?.rows.find(({ employeeId }) => employeeId === opened) ?? null;
  const card = data && (shown || opened === 'new') && (
    <EmployeeCard key={opened} employee={shown} mayEdit={mayEdit} onDone={(id) => void open(id)} />
  );
  return (
    <ListAndCard card={card} onClose={() => void open()}>
      <Panel fills>
        <RegistryMenu
          isNothingSelected={!selected}
          {...(mayEdit
            ? {
                onCreate: () => void open('new'),
                onEdit: () => selected && void open(selected.employeeId),
                onRemove: () => selected && remove(selected),
              }
            : {})}
        >
          <TextInput
            aria-label={t('employees.find')}
            placeholder={t('employees.find')}
            leftSection={<IconSearch size={15} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </RegistryMenu>
        {!rows && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />)}
        {rows && (
          <Registry
            label={t('employees.title')}
            columns={card ? columns.slice(0, 2) : columns}
            rows={rows}
            idOf={({ employeeId }) => employeeId}
            selectedId={selectedId}
            onSelect={setSelectedId}
            onOpen={({ employeeId }) => void open(employeeId)}
            empty={
              <EmptyState
                icon={IconUsers}
                title={text === '' ? t('employees.empty') : t('employees.notFound')}
                hint={text === '' && mayEdit ? t('employees.emptyHint') : undefined}
              />
            }
          />
        )}
      </Panel>
    </ListAndCard>
  );
}

function useRemove() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ employeeId }: EmployeeView) => removeEmployee(employeeId),
    onSuccess: async (_, { fullName }) => {
      await queries.invalidateQueries({ queryKey: employeesKey });
      notifyDone(t('employees.removed', { name: fullName }));
    },
    onError: (error) => notifyFailed(t, error),
  });
  return mutate;
}

function useColumns(): readonly Column<EmployeeView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'fullName',
        title: t('employees.field.fullName'),
        width: 'minmax(130px, 1.5fr)',
        cell: (row) => row.fullName,
      },
      {
        id: 'position',
        title: t('employees.field.position'),
        width: 'minmax(100px, 1.2fr)',
        cell: (row) => row.position,
      },
      {
        id: 'department',
        title: t('employees.field.department'),
        width: 'minmax(90px, 1fr)',
        cell: (row) => row.department,
      },
      {
        id: 'enterprise',
        title: t('employees.field.enterpriseId'),
        width: 'minmax(90px, 1fr)',
        cell: (row) => row.enterpriseName,
      },
      { id: 'phone', title: t('employees.field.phoneNumber'), width: '110px', cell: (row) => row.phoneNumber },
      { id: 'email', title: t('employees.field.email'), width: 'minmax(110px, 1.2fr)', cell: (row) => row.email },
      {
        id: 'mail',
        title: t('employees.mail'),
        width: '66px',
        cell: (row) => <Tick isOn={row.mailLacks.length === 0} />,
      },
      {
        id: 'isActive',
        title: t('employees.field.isActive'),
        width: '72px',
        cell: (row) => <Tick isOn={row.isActive} />,
      },
    ],
    [t],
  );
}

function isFound({ fullName, email, position, department }: EmployeeView, text: string) {
  const wanted = text.trim().toLocaleLowerCase('uk');
  return [fullName, email, position, department].some((value) => value.toLocaleLowerCase('uk').includes(wanted));
}
