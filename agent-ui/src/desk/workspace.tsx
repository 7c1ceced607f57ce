import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PopView } from '../../../server/calls/contract.ts';
import { ClientCard } from '../clients/client-card.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/plain-state.tsx';
import { callerOf, cardOf } from './caller.ts';
import { CallerChoice } from './caller-choice.tsx';
import { MatchFacts } from './match-facts.tsx';
import { NoteField } from './note-field.tsx';
import { StrangerForms } from './stranger-forms.tsx';
import classes from './workspace.module.css';

interface Props {
  readonly pop: PopView;
  readonly onChoose: (clientId: string, contactId: string | null) => void;
}

/** The client's card, and beside it the note of this call, ready to be typed in. */
export function Workspace({ pop, onChoose }: Props) {
  const { t } = useTranslation();
  const caller = callerOf(pop);
  const clientId = cardOf(pop);
  return (
    <div className={classes.desk}>
      <div className={classes.card}>
        {clientId ? <ClientCard clientId={clientId} /> : <NoCard pop={pop} onChoose={onChoose} />}
      </div>
      <Panel title={t('desk.thisCall')} className={classes.side}>
        <div className={classes.inside}>
          <NoteField callId={pop.callId} note={pop.note} />
          {caller.kind === 'known' && <MatchFacts match={caller.match} />}
        </div>
      </Panel>
    </div>
  );
}

/** Nobody chosen yet: the candidates, or the ways to a card. */
function NoCard({ pop, onChoose }: Props) {
  const { t } = useTranslation();
  const caller = callerOf(pop);
  return (
    <Panel>
      <EmptyState
        icon={IconUserQuestion}
        title={caller.kind === 'several' ? t('desk.several') : t('desk.noClient')}
        hint={caller.kind === 'several' ? undefined : t('desk.noClientHint')}
      >
        {caller.kind === 'several' && <CallerChoice candidates={caller.candidates} onChoose={onChoose} />}
        <StrangerForms pop={pop} onLinked={onChoose} />
      </EmptyState>
    </Panel>
  );
}
