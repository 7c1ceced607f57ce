import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../ui/duration.ts';
import { languages, usePreferences } from '../ui/preferences.tsx';
import { useNow } from '../ui/use-now.ts';
import { SecondStepForm } from './second-step-form.tsx';
import classes from './sign-in-page.module.css';
import { useSignIn } from './use-sign-in.ts';

/** The door: e-mail, password, language. Errors in words; after too many attempts the time to wait runs down. */
export function SignInPage() {
  const { t } = useTranslation();
  const { back, ended } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const { language, setLanguage } = usePreferences();
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  const lead = () => navigate({ to: back ?? '/', replace: true });
  const { enter, isPending, problem, lockedUntil } = useSignIn(lead, () => setIsCodeAsked(true));
  const leftMs = Math.max(0, (lockedUntil ?? 0) - useNow());
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.emailMissing') : null),
      password: (value) => (value === '' ? t('signIn.passwordMissing') : null),
    },
  });
  const message = leftMs > 0 ? t('signIn.locked', { time: duration(leftMs) }) : problem;

  if (isCodeAsked) return <SecondStepForm onDone={lead} onStartAgain={() => setIsCodeAsked(false)} />;
  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={form.onSubmit((values) => enter(values))} noValidate>
        <h1 className={classes.title}>
          <img src="/bell.svg" alt="" width={30} height={30} />
          {t('product')}
        </h1>
        {ended && !message && <p role="status">{t('signIn.ended')}</p>}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          size="sm"
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          size="sm"
          {...form.getInputProps('password')}
        />
        <p className={classes.problem} role="alert">
          {message}
        </p>
        <Button type="submit" size="sm" loading={isPending} disabled={leftMs > 0}>
          {t('signIn.submit')}
        </Button>
        <p className={classes.hint}>{t('signIn.forgotten')}</p>
        <SegmentedControl
          aria-label={t('frame.languageLabel')}
          value={language}
          data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={setLanguage}
        />
      </form>
    </main>
  );
}
