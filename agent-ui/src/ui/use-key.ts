import { useEffect, useRef } from 'react';
import { isCombo, isTypingIn } from './key-combo.ts';

interface Options {
  readonly isOn?: boolean;
  /** Bare keys are left to the text while somebody types; combinations with Ctrl or Alt are not. */
  readonly evenWhileTyping?: boolean;
}

/** Listens for one combination on the whole page. A handler that answers false leaves the key to the browser. */
export function useKey(combo: string, act: () => unknown, options: Options = {}): void {
  const { isOn = true, evenWhileTyping = combo.includes('Ctrl') || combo.includes('Alt') } = options;
  const latest = useRef(act);
  latest.current = act;

  useEffect(() => {
    if (!isOn) return;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isCombo(event, combo)) return;
      if (!evenWhileTyping && isTypingIn(event.target)) return;
      if (latest.current() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [combo, isOn, evenWhileTyping]);
}
