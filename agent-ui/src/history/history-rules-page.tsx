import { Checkbox, NumberInput, Tabs } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryRules } from '../../../server/history/contract.ts';
import { useMay } from '../app/session.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import grid from '../ui/form-grid.module.css';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { fetchHistoryRules, saveHistoryRules } from './api.ts';
import { fieldWord, kindWord } from './history-words.ts';

const queryKey = ['history', 'rules'];

/** «Ведення історії» (R-045, D-08): kinds of documents left, their fields right. */
export function HistoryRulesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: fetchHistoryRules });
  return (
    <Panel fills title={t('history.rules')}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState lines={8} />)}
      {data && (
        <Tabs orientation="vertical" defaultValue="client" keepMounted style={{ overflow: 'auto', minHeight: 0 }}>
          <Tabs.List aria-label={t('history.rules')}>
            {data.rules.map(({ kind }) => (
              <Tabs.Tab key={kind} value={kind}>
                {kindWord(t, kind)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {data.rules.map((rules) => (
            <Tabs.Panel key={rules.kind} value={rules.kind}>
              <RulesForm rules={rules} />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </Panel>
  );
}

const keptOf = ({ fields }: HistoryRules) => fields.filter(({ isKept }) => isKept).map(({ field }) => field);

function RulesForm({ rules }: { readonly rules: HistoryRules }) {
  const { t } = useTranslation();
  const mayEdit = useMay('history.edit');
  const queries = useQueryClient();
  const element = useRef<HTMLFormElement>(null);
  const [kept, setKept] = useState(() => keptOf(rules));
  const [keepMonths, setKeepMonths] = useState(rules.keepMonths);
  const saving = useMutation({
    mutationFn: () => saveHistoryRules(rules.kind, { kept, keepMonths }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['history'] });
      notifyDone(t('history.saved'));
    },
    onError: (error) => notifyFailed(t, error),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form ref={element} onSubmit={submit} className={`${grid.body} ${grid.wideLabels}`} noValidate>
      <div className={grid.form}>
        <p>{t('history.rulesHint')}</p>
        <Checkbox.Group
          aria-label={t('history.fields', { kind: kindWord(t, rules.kind) })}
          value={kept}
          onChange={setKept}
          readOnly={!mayEdit}
        >
          <div style={{ display: 'grid', gap: 9 }}>
            {rules.fields.map(({ field }) => (
              <Checkbox key={field} value={field} label={fieldWord(t, field)} disabled={!mayEdit} />
            ))}
          </div>
        </Checkbox.Group>
        <p>{t('history.always')}</p>
        <NumberInput
          label={t('history.keepMonths')}
          description={t('history.keepMonthsHint')}
          min={0}
          max={600}
          value={keepMonths}
          onChange={(value) => setKeepMonths(Number(value))}
          disabled={!mayEdit}
        />
      </div>
      {mayEdit && <FormFoot onSave={() => element.current?.requestSubmit()} isBusy={saving.isPending} />}
    </form>
  );
}
