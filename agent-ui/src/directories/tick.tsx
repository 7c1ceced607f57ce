import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Yes as a tick, no as nothing, both in words for readers. */
export function Tick({ isOn }: { readonly isOn: boolean }) {
  const { t } = useTranslation();
  return isOn ? (
    <IconCheck size={16} role="img" aria-label={t('state.yes')} style={{ verticalAlign: 'middle' }} />
  ) : (
    <span className="visually-hidden">{t('state.no')}</span>
  );
}
