import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CallerMatch } from '../../../server/clients/contract.ts';
import { uk } from '../texts/uk.ts';
import { duration } from '../ui/duration.ts';
import { fullTime, sinceWhen } from '../ui/moment.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './match-facts.module.css';

type Outcome = keyof typeof uk.calls.outcome;
const isOutcome = (text: string): text is Outcome => text in uk.calls.outcome;

/** At a glance: whose client, what is open, when they last spoke and with whom. */
export function MatchFacts({ match }: { readonly match: CallerMatch }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.facts}>
      <dt>{t('desk.manager')}</dt>
      <dd>{match.managerName ?? t('clients.noManager')}</dd>
      {match.openItems.length > 0 && <dt>{t('desk.openItems')}</dt>}
      {match.openItems.map((item) => (
        <dd key={item.id} className={classes.open}>
          <Link to="/calls/$callId" params={{ callId: item.id }}>
            {item.text}
          </Link>
        </dd>
      ))}
      <dt>{t('desk.lastContact')}</dt>
      {match.lastContacts.length === 0 && <dd>{t('desk.noContacts')}</dd>}
      {match.lastContacts.map((contact) => (
        <dd key={contact.callId}>
          <LastContact contact={contact} />
        </dd>
      ))}
    </dl>
  );
}

function LastContact({ contact }: { readonly contact: CallerMatch['lastContacts'][number] }) {
  const { t } = useTranslation();
  const now = new Date(useNow(30_000));
  const at = new Date(contact.at);
  const minutesAgo = (minutes: number) =>
    minutes === 0 ? t('state.justNow') : t('state.minutesAgo', { count: minutes });
  const result = isOutcome(contact.outcome) ? t(`calls.outcome.${contact.outcome}`) : contact.outcome;
  const talk = contact.talkSeconds > 0 ? duration(contact.talkSeconds * 1000) : result;
  return (
    <Link to="/calls/$callId" params={{ callId: contact.callId }} title={fullTime(at)}>
      {[sinceWhen(at, now, minutesAgo), talk, contact.personName].filter(Boolean).join(' · ')}
    </Link>
  );
}
