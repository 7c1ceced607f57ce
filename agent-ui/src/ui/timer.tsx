import { duration } from './duration.ts';
import { useNow } from './use-now.ts';

interface Props {
  /** By this computer's clock, ms. */
  readonly since: number;
}

/** Counts up from a moment. Not announced: a reader would never stop speaking. */
export function Timer({ since }: Props) {
  const now = useNow();
  return (
    <span role="timer" aria-live="off">
      {duration(now - since)}
    </span>
  );
}
