import { Button, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { unitsKey, useUnits } from '../people/use-units.ts';
import grid from '../ui/form-grid.module.css';
import { notifyDone, notifyFailed } from '../ui/notify.ts';
import { switchMode } from './api.ts';

/** «Централізований облік» (D-10): a switch of its own, since switching on asks whose the old data is. */
export function AccountingMode() {
  const { t } = useTranslation();
  const mayEdit = useMay('enterprises.edit');
  const queries = useQueryClient();
  const { isCentralised, choices } = useUnits();
  const [unitForOldData, setUnit] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: switchMode,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: unitsKey });
      notifyDone(t('centralised.done'));
    },
    onError: (error) => notifyFailed(t, error),
  });
  return (
    <div className={`${grid.body} ${grid.wideLabels}`}>
      <p>{isCentralised ? t('centralised.on') : t('centralised.off')}</p>
      {mayEdit && (
        <div className={grid.form}>
          {!isCentralised && (
            <Select
              label={t('centralised.unitForOldData')}
              data={choices}
              value={unitForOldData}
              onChange={setUnit}
              required
              placeholder=" "
            />
          )}
          <div className={grid.foot}>
            <Button
              variant="default"
              loading={change.isPending}
              disabled={!isCentralised && unitForOldData === null}
              onClick={() => change.mutate({ isCentralised: !isCentralised, unitForOldData })}
            >
              {isCentralised ? t('centralised.turnOff') : t('centralised.turnOn')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
