import { useTranslation } from 'react-i18next';
import type { PersonStateView } from '../../../server/presence/contract.ts';
import { duration } from '../ui/duration.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './board-page.module.css';

interface Props {
  readonly person: PersonStateView;
  readonly skewMs: number;
}

/** With whom, or how long wrap-up lasts, or why nobody rings this person. */
export function WhatNow({ person, skewMs }: Props) {
  const { t } = useTranslation();
  if (person.withWhom) return <span title={person.withWhom}>{person.withWhom}</span>;
  if (person.work === 'wrap_up' && person.until !== null) return <Left until={person.until - skewMs} />;
  const words = t(`obstacle.${person.obstacle ?? 'none'}`);
  return (
    <span className={classes.dim} title={person.obstacle ? `${t('obstacle.title')}: ${words}` : words}>
      {words}
    </span>
  );
}

function Left({ until }: { readonly until: number }) {
  const { t } = useTranslation();
  const now = useNow();
  return <span className={classes.dim}>{t('hotline.left', { time: duration(until - now) })}</span>;
}
