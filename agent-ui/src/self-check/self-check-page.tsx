import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CheckView, checkNames, type SelfCheckView, wordFinding } from '../../../server/self-check/contract.ts';
import { request } from '../live/request.ts';
import { clockTime } from '../ui/moment.ts';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { usePreferences } from '../ui/preferences.tsx';
import classes from './self-check-page.module.css';

/** «Перевірка системи»: what was looked at, what is wrong, and the mend. */
export function SelfCheckPage() {
  const { t } = useTranslation();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['self-check'],
    queryFn: () => request<SelfCheckView>('GET', '/api/self-check'),
    refetchInterval: 30_000,
  });
  return (
    <Panel
      title={t('selfCheck.title')}
      aside={
        <>
          {data && t('selfCheck.checkedAt', { time: clockTime(new Date(data.checkedAt)) })}
          <Button
            variant="default"
            leftSection={<IconRefresh size={15} />}
            loading={isFetching}
            onClick={() => void refetch()}
          >
            {t('selfCheck.again')}
          </Button>
        </>
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState lines={8} />)}
      {data && <Checks checks={data.checks} />}
    </Panel>
  );
}

const signs = {
  good: { icon: IconCircleCheck, tone: classes.good },
  warning: { icon: IconAlertTriangle, tone: classes.warning },
  bad: { icon: IconCircleX, tone: classes.bad },
  unknown: { icon: IconHelpCircle, tone: classes.unknown },
};

function Checks({ checks }: { readonly checks: readonly CheckView[] }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const wrong = checks.filter(({ state }) => state !== 'good').length;
  return (
    <>
      <p className={classes.summary} role="status">
        {wrong === 0 ? t('selfCheck.allGood') : t('selfCheck.someBad', { count: wrong })}
      </p>
      <ul className={classes.checks}>
        {checks.map((check) => {
          const { icon: Sign, tone } = signs[check.state];
          return (
            <li key={check.check} className={classes.check}>
              <Sign size={20} className={tone} aria-hidden />
              <b>{checkNames[check.check][language]}</b>
              <span className={tone}>{t(`selfCheck.state.${check.state}`)}</span>
              <span className={classes.finding}>{wordFinding(check)[language]}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
