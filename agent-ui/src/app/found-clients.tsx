import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../../server/clients/contract.ts';
import { errorWords } from '../ui/error-words.ts';
import classes from './search-palette.module.css';

interface Props {
  readonly listId: string;
  readonly text: string;
  readonly rows: readonly ClientRow[];
  /** Which row Enter opens. */
  readonly at: number;
  readonly isWaiting: boolean;
  readonly error: unknown;
  readonly onOpen: (clientId: string) => void;
}

/** What the search found, or why there is nothing. */
export function FoundClients({ listId, text, rows, at, isWaiting, error, onOpen }: Props) {
  const { t } = useTranslation();
  if (error) return <p className={classes.hint}>{errorWords(t, error)}</p>;
  if (text === '') return <p className={classes.hint}>{t('search.hint')}</p>;
  if (rows.length === 0 && isWaiting) return <p className={classes.hint}>{t('state.loading')}</p>;
  if (rows.length === 0) {
    return (
      <p className={classes.hint} role="status">
        {t('search.nothing', { text })}. {t('search.nothingHint')}
      </p>
    );
  }
  return (
    <div id={listId} role="listbox" aria-label={t('search.label')} className={classes.list}>
      {rows.map((row, place) => (
        <button
          type="button"
          key={row.clientId}
          id={`${listId}${place}`}
          role="option"
          aria-selected={place === at}
          tabIndex={-1}
          className={place === at ? classes.chosen : classes.row}
          onClick={() => onOpen(row.clientId)}
        >
          <span className={classes.name}>{row.name}</span>
          <span className={classes.dim}>{[row.phone, row.edrpou].filter(Boolean).join(' · ')}</span>
        </button>
      ))}
    </div>
  );
}
