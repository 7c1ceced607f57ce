import { useTranslation } from 'react-i18next';
import { useNow } from './use-now.ts';

/** Younger figures pass for live and say nothing. */
const liveMs = 2_000;

/** How old the figures are, once they are older than 2 s. `at` is by this computer's clock. */
export function Age({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const age = useNow(1000) - at;
  if (age <= liveMs) return null;
  return <span> · {t('state.age', { seconds: Math.round(age / 1000) })}</span>;
}
