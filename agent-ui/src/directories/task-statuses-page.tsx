import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaskStatusView, taskStatusDraft } from '../../../server/directories/contract.ts';
import type { Column } from '../registry/column.ts';
import { taskStatusDirectory } from './api.ts';
import { DirectoryPage } from './directory-page.tsx';
import { TaskStatusForm } from './task-status-form.tsx';
import { Tick } from './tick.tsx';
import { useDirectory } from './use-directory.ts';

const toDraft = (row: TaskStatusView) => taskStatusDraft.parse(row);

/** «Статуси задач» (R-070…R-072). */
export function TaskStatusesPage() {
  const { t } = useTranslation();
  const { rows, error, refetch, save, remove } = useDirectory('task-statuses', taskStatusDirectory, toDraft);
  return (
    <DirectoryPage
      title={t('settings.taskStatuses')}
      rows={rows}
      error={error}
      onRetry={refetch}
      columns={useColumns()}
      onRemove={remove}
      properties={(row, close) => (
        <TaskStatusForm
          key={row?.code ?? 'new'}
          row={row}
          onSave={(draft) => save({ code: row?.code ?? null, draft })}
          onClose={close}
        />
      )}
    />
  );
}

function useColumns(): readonly Column<TaskStatusView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'name', title: t('directory.field.name'), width: 'minmax(180px, 1.8fr)', cell: (row) => row.name },
      { id: 'code', title: t('directory.field.code'), width: 'minmax(100px, 1fr)', cell: (row) => row.code },
      {
        id: 'stage',
        title: t('directory.field.stage'),
        width: 'minmax(120px, 1.1fr)',
        cell: (row) => t(`directory.stage.${row.stage}`),
      },
      {
        id: 'isInitial',
        title: t('directory.field.isInitial'),
        width: '98px',
        cell: (row) => <Tick isOn={row.isInitial} />,
      },
      { id: 'isFinal', title: t('directory.field.isFinal'), width: '86px', cell: (row) => <Tick isOn={row.isFinal} /> },
      {
        id: 'percentDone',
        title: '%',
        titleHint: t('directory.field.percentDone'),
        width: '66px',
        isNumber: true,
        cell: (row) => `${row.percentDone} %`,
      },
      {
        id: 'needsReason',
        title: t('directory.field.needsReason'),
        width: '128px',
        cell: (row) => <Tick isOn={row.needsReason} />,
      },
      {
        id: 'origin',
        title: t('directory.origin'),
        width: '124px',
        cell: (row) => (row.isSystem ? t('directory.system') : t('directory.own')),
      },
      {
        id: 'isActive',
        title: t('directory.field.isActive'),
        width: '84px',
        cell: (row) => <Tick isOn={row.isActive} />,
      },
    ],
    [t],
  );
}
