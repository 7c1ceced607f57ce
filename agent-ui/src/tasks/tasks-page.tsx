import { Button, Select } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { Outlet, useMatch, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { taskStages } from '../../../server/directories/contract.ts';
import { useMay } from '../app/session.tsx';
import { Registry } from '../registry/registry.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { ListAndCard } from '../ui/list-and-card.tsx';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { type Blankable, withoutBlanks } from '../ui/search-values.ts';
import { useNow } from '../ui/use-now.ts';
import { removeTask } from './api.ts';
import { taskColumns } from './task-columns.tsx';
import { filterOf, parts, type TaskSearch } from './task-search.ts';
import { usePersonChoices, useTakeTask, useTasks } from './use-tasks.ts';

/** «Задачі»: the registry with its filter; the selected task opens at the right half. */
export function TasksPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [mayEdit, mayDelete] = [useMay('tasks.edit'), useMay('tasks.delete')];
  const filter = filterOf(useSearch({ from: '/frame/tasks' }));
  const taskId = useMatch({ from: '/frame/tasks/$taskId', shouldThrow: false })?.params.taskId ?? null;
  // What is still being made can be neither changed nor deleted.
  const known = taskId === 'new' ? null : taskId;
  const now = useNow(60_000);
  const take = useTakeTask();
  const { rows, error, refetch, loadMore } = useTasks({ ...filter });
  const columns = useMemo(() => taskColumns(t, new Date(now), taskId ? 'beside' : 'list'), [t, now, taskId]);
  const open = (id: string, more: TaskSearch = {}) =>
    navigate({
      to: '/tasks/$taskId',
      params: { taskId: id },
      search: { ...filter, ...more },
      replace: taskId !== null,
    });
  const close = () => navigate({ to: '/tasks', search: filter });
  const remove = async (id: string) => {
    try {
      await removeTask(id);
      take(null);
      notifyDone(t('tasks.removed'));
      await close();
    } catch (failure) {
      notifyFailed(t, failure);
    }
  };

  return (
    <ListAndCard card={taskId && <Outlet />} onClose={close}>
      <Panel fills>
        <RegistryMenu
          isNothingSelected={known === null}
          onCreate={mayEdit ? () => open('new') : undefined}
          onEdit={mayEdit && known ? () => open(known, { edit: true }) : undefined}
          onRemove={mayDelete && known ? () => void remove(known) : undefined}
          isAsleep={taskId === 'new'}
        >
          <TaskFilters filter={filter} onChange={(search) => navigate({ to: '/tasks', search })} />
        </RegistryMenu>
        {!rows && (error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState lines={12} />)}
        {rows && (
          <Registry
            label={t('tasks.title')}
            columns={columns}
            rows={rows}
            idOf={(row) => row.taskId}
            selectedId={taskId}
            onSelect={open}
            onEnd={loadMore}
            empty={<EmptyState icon={IconChecklist} title={t('tasks.empty')} hint={t('tasks.emptyHint')} />}
          />
        )}
      </Panel>
    </ListAndCard>
  );
}

function TaskFilters({
  filter,
  onChange,
}: {
  readonly filter: TaskSearch;
  readonly onChange: (search: TaskSearch) => void;
}) {
  const { t } = useTranslation();
  const people = usePersonChoices();
  const change = (more: Partial<Blankable<TaskSearch>>) => onChange(withoutBlanks<TaskSearch>({ ...filter, ...more }));
  return (
    <>
      <Select
        aria-label={t('tasks.filter.mine')}
        placeholder={t('tasks.filter.all')}
        data={parts.map((value) => ({ value, label: t(`tasks.mine.${value}`) }))}
        value={filter.mine ?? null}
        onChange={(mine) => change({ mine: mine ?? undefined })}
        clearable
        w={140}
      />
      <Select
        aria-label={t('tasks.field.performerId')}
        placeholder={t('tasks.field.performerId')}
        data={people}
        value={filter.performerId ?? null}
        onChange={(performerId) => change({ performerId: performerId ?? undefined })}
        clearable
        searchable
        w={150}
      />
      <Select
        aria-label={t('tasks.field.controllerId')}
        placeholder={t('tasks.field.controllerId')}
        data={people}
        value={filter.controllerId ?? null}
        onChange={(controllerId) => change({ controllerId: controllerId ?? undefined })}
        clearable
        searchable
        w={150}
      />
      <Select
        aria-label={t('tasks.field.stage')}
        placeholder={t('tasks.field.stage')}
        data={taskStages.map((value) => ({ value, label: t(`tasks.stage.${value}`) }))}
        value={filter.stage ?? null}
        onChange={(stage) => change({ stage: stage ?? undefined })}
        clearable
        w={150}
      />
      <Button
        variant={filter.overdue ? 'light' : 'default'}
        aria-pressed={filter.overdue === 'yes'}
        onClick={() => change({ overdue: filter.overdue ? undefined : 'yes' })}
      >
        {t('tasks.filter.overdue')}
      </Button>
    </>
  );
}
