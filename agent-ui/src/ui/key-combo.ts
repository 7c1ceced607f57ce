interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * `Ctrl+K`, `Alt+1`, `F4`, `?`. Letters and digits are matched by their place on the keyboard, because with the
 * Ukrainian layout the K key writes «л». On a Mac Ctrl is ⌘.
 */
export function isCombo(press: KeyPress, combo: string): boolean {
  if (combo === '?') return press.key === '?' && !press.ctrlKey && !press.altKey;
  const parts = combo.split('+');
  const key = parts.at(-1) ?? '';
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const modifiers =
    (press.ctrlKey || press.metaKey) === has('Ctrl') && press.altKey === has('Alt') && press.shiftKey === has('Shift');
  return modifiers && (press.key === key || press.code === `Key${key}` || press.code === `Digit${key}`);
}

/** Whether the person is typing there, so that a bare key belongs to the text. */
export const isTypingIn = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
