import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonStateView } from '../../../server/presence/contract.ts';
import { ReasonPrompt } from '../presence/reason-prompt.tsx';
import { StatusItems } from '../presence/status-items.tsx';
import { useSetPresence } from '../presence/use-set-presence.ts';
import { useChoosableStatuses } from '../presence/use-statuses.ts';
import { StatusChip } from '../ui/status-chip.tsx';
import type { TokenName } from '../ui/tokens.ts';
import classes from './board-page.module.css';

interface Props {
  readonly person: PersonStateView;
  readonly shown: { readonly word: string; readonly tone: TokenName };
}

/** Another's status as a button: a supervisor changes it, and the status log says so. */
export function StatusOfOther({ person, shown }: Props) {
  const { t } = useTranslation();
  const statuses = useChoosableStatuses();
  const { choose, asked, giveReason, cancel } = useSetPresence(person.personId);
  return (
    <>
      <Menu position="bottom-start" width={250}>
        <Menu.Target>
          <UnstyledButton
            className={classes.change}
            aria-label={`${shown.word}. ${t('hotline.changeStatus', { name: person.name })}`}
          >
            <StatusChip {...shown} />
            <IconChevronDown size={13} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('presence.changeOf', { name: person.name })}</Menu.Label>
          <StatusItems statuses={statuses} onChoose={choose} />
        </Menu.Dropdown>
      </Menu>
      <ReasonPrompt status={asked} onGiven={giveReason} onCancel={cancel} />
    </>
  );
}
