import { expect, test } from 'vitest';
import { isCombo } from './key-combo.ts';

const press = (code: string, key: string, held: { ctrlKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) => ({
  code,
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});

test.each([
  ['Ctrl+K with the Ukrainian layout', press('KeyK', 'л', { ctrlKey: true }), 'Ctrl+K', true],
  ['Alt and a digit', press('Digit1', '1', { altKey: true }), 'Alt+1', true],
  ['a bare digit is not Alt and a digit', press('Digit1', '1'), 'Alt+1', false],
  ['a function key', press('F4', 'F4'), 'F4', true],
  ['Alt+F4 belongs to the window', press('F4', 'F4', { altKey: true }), 'F4', false],
  ['the question mark where the layout has it', press('Digit7', '?', { shiftKey: true }), '?', true],
])('%s', (_rule, given, combo, expected) => {
  expect(isCombo(given, combo)).toBe(expected);
});
