import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UserStatusView } from '../../../server/directories/contract.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import { statusName, statusTone } from './status-words.ts';

interface Props {
  readonly statuses: readonly UserStatusView[];
  readonly onChoose: (status: UserStatusView) => void;
  /** Own status only: the keys change no one else's. */
  readonly showsKeys?: boolean;
}

/** The choosable statuses as items of a menu. */
export function StatusItems({ statuses, onChoose, showsKeys = false }: Props) {
  const { t } = useTranslation();
  if (statuses.length === 0) return <Menu.Label maw={260}>{t('presence.noStatuses')}</Menu.Label>;
  return statuses.map((status, place) => (
    <Menu.Item
      key={status.code}
      onClick={() => onChoose(status)}
      rightSection={showsKeys && place < 9 ? <KeyHint>{`Alt ${place + 1}`}</KeyHint> : null}
    >
      <StatusChip tone={statusTone(statuses, status.code)} word={statusName(t, statuses, status.code)} />
    </Menu.Item>
  ));
}
