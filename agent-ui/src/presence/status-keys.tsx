import { useEffect } from 'react';
import type { UserStatusView } from '../../../server/directories/contract.ts';
import { isCombo } from '../ui/key-combo.ts';

interface Props {
  readonly statuses: readonly UserStatusView[];
  readonly onChoose: (status: UserStatusView) => void;
}

/** Alt+1…9: the status by its place in the menu, from anywhere, even while typing a note. */
export function StatusKeys({ statuses, onChoose }: Props) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const chosen = statuses.slice(0, 9).find((_, place) => isCombo(event, `Alt+${place + 1}`));
      if (!chosen) return;
      event.preventDefault();
      onChoose(chosen);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [statuses, onChoose]);
  return null;
}
