import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionKey } from '../app/session.tsx';
import { RefusedError } from '../live/request.ts';
import { errorWords } from '../ui/error-words.ts';
import { signIn } from './api.ts';

/** For how long the door stays shut when the server does not say. */
const usualLockSeconds = 60;

/** Signs in; then the session is asked for anew and `onDone` leads on, or `onCodeNeeded` to the second step. */
export function useSignIn(onDone: () => void, onCodeNeeded: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [lockedUntil, setLockedUntil] = useState<number | null>(null);
  const entering = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email.trim(), password),
    onSuccess: async (answer) => {
      if ('needsCode' in answer) return onCodeNeeded();
      await queries.resetQueries({ queryKey: sessionKey });
      onDone();
    },
    onError: (error) => {
      if (error instanceof RefusedError && error.status === 429) {
        setLockedUntil(Date.now() + Number(error.details.seconds ?? usualLockSeconds) * 1000);
      }
    },
  });
  return {
    enter: entering.mutate,
    isPending: entering.isPending,
    problem: entering.error ? problemWords(entering.error) : null,
    lockedUntil,
  };

  function problemWords(error: Error): string {
    const isWrong = error instanceof RefusedError && [400, 401, 403, 422].includes(error.status);
    return isWrong ? t('refusal.sign_in_failed') : errorWords(t, error);
  }
}
