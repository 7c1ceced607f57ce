import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallerMatch } from '../../../server/clients/contract.ts';
import { isTypingIn } from '../ui/key-combo.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { matchName } from './caller.ts';
import classes from './caller-choice.module.css';

interface Props {
  readonly candidates: readonly CallerMatch[];
  readonly onChoose: (clientId: string, contactId: string | null) => void;
}

/** Up to five possible callers, best first; a digit chooses unless somebody is typing. */
export function CallerChoice({ candidates, onChoose }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTypingIn(event.target)) return;
      const chosen = candidates[Number(event.key) - 1];
      if (!chosen) return;
      event.preventDefault();
      onChoose(chosen.clientId, chosen.contactId);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [candidates, onChoose]);

  return (
    <ul className={classes.list} aria-label={t('desk.several')}>
      {candidates.map((match, place) => (
        <li key={`${match.clientId} ${match.contactId}`}>
          <button
            type="button"
            className={classes.row}
            onClick={() => onChoose(match.clientId, match.contactId)}
            aria-keyshortcuts={String(place + 1)}
          >
            <KeyHint>{String(place + 1)}</KeyHint>
            <b>{matchName(match)}</b>
            <span className={classes.dim}>
              {[match.contactName === null ? null : match.clientName, match.contactRole, match.managerName]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {match.level === 'suffix' && <span className={classes.maybe}>{t('desk.maybe')}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
