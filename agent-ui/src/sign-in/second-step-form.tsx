import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondStep } from '../../../server/access/contract.ts';
import { sessionKey } from '../app/session.tsx';
import { errorWords } from '../ui/error-words.ts';
import { takeSecondStep } from './api.ts';
import classes from './sign-in-page.module.css';

interface Props {
  readonly onDone: () => void;
  readonly onStartAgain: () => void;
}

/** The password was right: now the code of the authenticator, or a backup code where the phone is not at hand. */
export function SecondStepForm({ onDone, onStartAgain }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [kind, setKind] = useState<SecondStep['kind']>('totp');
  const [code, setCode] = useState('');
  const stepping = useMutation({
    mutationFn: takeSecondStep,
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: sessionKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    stepping.mutate({ kind, code: code.trim() });
  };
  const change = (next: SecondStep['kind']) => {
    setKind(next);
    setCode('');
    stepping.reset();
  };
  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={submit} noValidate>
        <h1 className={classes.title}>
          <img src="/bell.svg" alt="" width={30} height={30} />
          {t('product')}
        </h1>
        <TextInput
          key={kind}
          label={t(kind === 'totp' ? 'secondStep.code' : 'secondStep.backup')}
          inputMode={kind === 'totp' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          size="sm"
          autoFocus
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <p className={classes.problem} role="alert">
          {stepping.error && errorWords(t, stepping.error)}
        </p>
        <Button type="submit" size="sm" loading={stepping.isPending} disabled={code.trim().length < 6}>
          {t('secondStep.confirm')}
        </Button>
        <Button variant="subtle" size="sm" onClick={() => change(kind === 'totp' ? 'backup' : 'totp')}>
          {t(kind === 'totp' ? 'secondStep.useBackup' : 'secondStep.useApp')}
        </Button>
        <Button variant="subtle" size="sm" onClick={onStartAgain}>
          {t('secondStep.startAgain')}
        </Button>
      </form>
    </main>
  );
}
