import { Button } from '@mantine/core';
import { IconBug, IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/plain-state.tsx';

/** A fault of ours, or a page that could not be fetched after an update: reloading mends the second. */
export function PageFailed() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconBug} title={t('frame.pageFailed')} hint={t('frame.pageFailedHint')}>
      <Button onClick={() => window.location.reload()}>{t('action.tryAgain')}</Button>
    </EmptyState>
  );
}

export function PageMissing() {
  const { t } = useTranslation();
  return <EmptyState icon={IconMapOff} title={t('frame.noSuchPage')} hint={t('frame.noSuchPageHint')} />;
}
