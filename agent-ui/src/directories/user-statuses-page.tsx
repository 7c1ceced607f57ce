import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type UserStatusView, userStatusDraft } from '../../../server/directories/contract.ts';
import { statusTone } from '../presence/status-words.ts';
import type { Column } from '../registry/column.ts';
import { StatusChip } from '../ui/status-chip.tsx';
import { userStatusDirectory } from './api.ts';
import { DirectoryPage } from './directory-page.tsx';
import { Tick } from './tick.tsx';
import { useDirectory } from './use-directory.ts';
import { UserStatusForm } from './user-status-form.tsx';

const toDraft = (row: UserStatusView) => userStatusDraft.parse(row);

/** «Статуси користувачів» (R-080…R-083). */
export function UserStatusesPage() {
  const { t } = useTranslation();
  const { rows, error, refetch, save, remove } = useDirectory('user-statuses', userStatusDirectory, toDraft);
  return (
    <DirectoryPage
      title={t('settings.userStatuses')}
      rows={rows}
      error={error}
      onRetry={refetch}
      columns={useColumns()}
      onRemove={remove}
      properties={(row, close) => (
        <UserStatusForm
          key={row?.code ?? 'new'}
          row={row}
          onSave={(draft) => save({ code: row?.code ?? null, draft })}
          onClose={close}
        />
      )}
    />
  );
}

function useColumns(): readonly Column<UserStatusView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'name', title: t('directory.field.name'), width: 'minmax(170px, 1.6fr)', cell: (row) => row.name },
      { id: 'code', title: t('directory.field.code'), width: 'minmax(90px, 0.9fr)', cell: (row) => row.code },
      {
        id: 'colour',
        title: t('directory.field.colour'),
        width: 'minmax(120px, 0.9fr)',
        cell: (row) => <StatusChip tone={statusTone([row], row.code)} word={t(`directory.colour.${row.colour}`)} />,
      },
      {
        id: 'acceptsHotline',
        title: t('modules.hotline'),
        titleHint: t('directory.field.acceptsHotline'),
        width: '110px',
        cell: (row) => <Tick isOn={row.acceptsHotline} />,
      },
      {
        id: 'acceptsDirect',
        title: t('directory.field.acceptsDirect'),
        width: 'minmax(110px, 1fr)',
        cell: (row) => t(`directory.acceptsDirect.${row.acceptsDirect}`),
      },
      {
        id: 'isSetByHand',
        title: t('directory.field.isSetByHand'),
        width: '90px',
        cell: (row) => <Tick isOn={row.isSetByHand} />,
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
      {
        id: 'sortOrder',
        title: t('directory.field.sortOrder'),
        width: '76px',
        isNumber: true,
        cell: (row) => row.sortOrder,
      },
    ],
    [t],
  );
}
