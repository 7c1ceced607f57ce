import classes from './status-chip.module.css';
import { cssVar, type TokenName } from './tokens.ts';

interface Props {
  readonly tone: TokenName;
  readonly word: string;
}

/** A coloured dot with its word: colour never stands alone. */
export function StatusChip({ tone, word }: Props) {
  return (
    <span className={classes.chip} style={{ color: cssVar(tone) }} title={word}>
      <span className={classes.dot} aria-hidden />
      <span className={classes.word}>{word}</span>
    </span>
  );
}
