import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonStateView } from '../../../server/presence/contract.ts';
import { localTime, useDesk } from '../desk/desk-provider.tsx';
import { notifyFailed } from '../ui/notify.ts';
import { Timer } from '../ui/timer.tsx';
import { cssVar } from '../ui/tokens.ts';
import { useNow } from '../ui/use-now.ts';
import { forgetNextPresence } from './api.ts';
import classes from './own-status.module.css';
import { ReasonPrompt } from './reason-prompt.tsx';
import { StatusItems } from './status-items.tsx';
import { StatusKeys } from './status-keys.tsx';
import { shownState, statusName } from './status-words.ts';
import { useSetPresence } from './use-set-presence.ts';
import { useChoosableStatuses, useStatuses } from './use-statuses.ts';

/** The one loud thing on the bar: my status, how long, what comes next; a click or Alt and a digit changes it. */
export function OwnStatus() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const choosable = useChoosableStatuses();
  const { choose, asked, giveReason, cancel } = useSetPresence('me');
  const { own } = desk;
  if (own === null && desk.seq !== null) return null;
  return (
    <div className={classes.own}>
      {own?.nextPresence && <NextStatus code={own.nextPresence} />}
      <Menu position="bottom-end" width={270} returnFocus>
        <Menu.Target>
          <StatusPill own={own} since={own ? localTime(desk, own.since) : null} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('presence.choose')}</Menu.Label>
          <StatusItems statuses={choosable} onChoose={choose} showsKeys />
        </Menu.Dropdown>
      </Menu>
      <StatusKeys statuses={choosable} onChoose={choose} />
      <ReasonPrompt status={asked} onGiven={giveReason} onCancel={cancel} />
    </div>
  );
}

interface PillProps extends React.ComponentProps<'button'> {
  readonly own: PersonStateView | null;
  readonly since: number | null;
}

function StatusPill({ own, since, ...button }: PillProps) {
  const { t } = useTranslation();
  const statuses = useStatuses();
  const now = useNow();
  const { word, tone } = own ? shownState(t, statuses, own) : { word: t('presence.unknown'), tone: 'away' as const };
  const limit = statuses.find(({ code }) => code === own?.shown)?.limitMinutes ?? null;
  const isOver = limit !== null && since !== null && now - since > limit * 60_000;
  const reason = isOver
    ? t('presence.overLimit', { limit })
    : own?.shownBecause && t(`presence.because.${own.shownBecause}`);
  return (
    <UnstyledButton
      {...button}
      className={classes.pill}
      style={{ color: cssVar(isOver ? 'bad' : tone) }}
      aria-label={[t('presence.mine'), word, reason].filter(Boolean).join(', ')}
    >
      <span className={classes.dot} aria-hidden />
      <span>{word}</span>
      {since !== null && <Timer since={since} />}
      {reason && (isOver || own?.work === 'idle') && <span className={classes.reason}>{reason}</span>}
    </UnstyledButton>
  );
}

function NextStatus({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const statuses = useStatuses();
  const forget = useMutation({ mutationFn: forgetNextPresence, onError: (error) => notifyFailed(t, error) });
  return (
    <span className={classes.next}>
      {t('presence.next', { status: statusName(t, statuses, code) })}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        onClick={() => forget.mutate()}
        aria-label={t('presence.forgetNext')}
      >
        <IconX size={14} />
      </ActionIcon>
    </span>
  );
}
