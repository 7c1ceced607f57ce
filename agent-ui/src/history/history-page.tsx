import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentKinds, settingKinds } from '../../../server/history/contract.ts';
import { Panel } from '../ui/panel.tsx';
import { HistoryList } from './history-list.tsx';
import { kindWord } from './history-words.ts';

/** «Історія змін»: the general registry. */
export function HistoryPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind } = useSearch({ from: '/frame/history' });
  return (
    <Panel
      fills
      title={t('history.title')}
      aside={
        <Select
          aria-label={t('history.column.kind')}
          placeholder={t('history.anyKind')}
          data={[...documentKinds, ...settingKinds].map((value) => ({ value, label: kindWord(t, value) }))}
          value={kind ?? null}
          onChange={(chosen) => navigate({ to: '/history', search: chosen ? { kind: chosen } : {} })}
          clearable
          w={220}
        />
      }
    >
      <HistoryList kind={kind} />
    </Panel>
  );
}
