import { Button, CopyButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonView, PhoneSettingsView } from '../../../server/people/contract.ts';
import { FactList } from '../ui/fact-list.tsx';
import { notifyFailed } from '../ui/notify.ts';
import { fetchPhoneSettings, renewPhoneSecret } from './api.ts';
import classes from './people-page.module.css';

/** What to type into a desk phone. The secret is fetched only when asked for, and never kept. */
export function PhoneSettings({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation();
  const onError = (error: unknown) => notifyFailed(t, error);
  const reveal = useMutation({ mutationFn: () => fetchPhoneSettings(person.personId), onError, gcTime: 0 });
  const renew = useMutation({ mutationFn: () => renewPhoneSecret(person.personId), onError, gcTime: 0 });
  const settings = renew.data ?? reveal.data;
  const hide = () => {
    reveal.reset();
    renew.reset();
  };
  if (person.sipExtension === null) return <p className={classes.secret}>{t('people.phoneNone')}</p>;
  if (!settings) {
    return (
      <div className={classes.secret}>
        <p>{t('people.phoneHint')}</p>
        <Button variant="default" onClick={() => reveal.mutate()} loading={reveal.isPending}>
          {t('people.reveal')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.secret}>
      <p>{t('people.phoneHint')}</p>
      <Settings settings={settings} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={hide}>
          {t('people.hide')}
        </Button>
        <Button
          variant="default"
          onClick={() => renew.mutate()}
          loading={renew.isPending}
          title={t('people.renewHint')}
        >
          {t('people.renew')}
        </Button>
      </div>
      <p>{t('people.renewHint')}</p>
    </div>
  );
}

function Settings({ settings }: { readonly settings: PhoneSettingsView }) {
  const { t } = useTranslation();
  return (
    <FactList
      facts={[
        [t('people.server'), settings.server],
        [t('people.port'), settings.port],
        [t('people.user'), settings.user],
        [
          t('people.secret'),
          <CopyButton key="secret" value={settings.secret}>
            {({ copied, copy }) => (
              <>
                <code className={classes.code}>{settings.secret}</code>{' '}
                <Button variant="subtle" onClick={copy}>
                  {copied ? t('action.copied') : t('action.copy')}
                </Button>
              </>
            )}
          </CopyButton>,
        ],
      ]}
    />
  );
}
