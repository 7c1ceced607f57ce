import { Button, Skeleton, Stack } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from './error-words.ts';
import classes from './plain-state.module.css';

interface EmptyProps {
  readonly icon: Icon;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyState({ icon: Sign, title, hint, children }: EmptyProps) {
  return (
    <div className={classes.state}>
      <Sign className={classes.sign} size={28} stroke={1.5} aria-hidden />
      <p className={classes.title}>{title}</p>
      {hint && <p className={classes.hint}>{hint}</p>}
      {children}
    </div>
  );
}

interface ErrorProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What failed, why, and the mend. */
export function ErrorState({ error, onRetry }: ErrorProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle className={classes.badSign} size={28} stroke={1.5} aria-hidden />
      <p className={classes.title}>{t('state.failed')}</p>
      <p className={classes.hint}>{errorWords(t, error)}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('action.tryAgain')}
        </Button>
      )}
    </div>
  );
}

/** Grey lines in place of the content, not before 150 ms have passed: most loads are over by then. */
export function LoadingState({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={t('state.loading')} className={classes.loading}>
      {isShown && (
        <Stack gap={18}>
          {Array.from({ length: lines }, (_, line) => line).map((line) => (
            <Skeleton key={line} height={12} width={`${92 - ((line * 17) % 40)}%`} />
          ))}
        </Stack>
      )}
    </div>
  );
}
