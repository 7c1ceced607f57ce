import type { ReactNode } from 'react';
import classes from './list-and-card.module.css';
import { useKey } from './use-key.ts';

interface Props {
  readonly children: ReactNode;
  /** The open card; nothing when none is open. */
  readonly card: ReactNode;
  /** Esc and the card's own cross. */
  readonly onClose: () => void;
}

/** A registry, and the open card at its right half. On a narrow page the card covers the registry. */
export function ListAndCard({ children, card, onClose }: Props) {
  const isOpen = Boolean(card);
  useKey('Escape', onClose, { isOn: isOpen });
  return (
    <div className={isOpen ? classes.split : classes.whole}>
      <div className={classes.list}>{children}</div>
      {isOpen && <div className={classes.card}>{card}</div>}
    </div>
  );
}
