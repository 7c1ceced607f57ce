import { expect, test } from 'vitest';
import { callerIdText } from './caller-id-text.ts';

test.each([
  ['a name and a number', 'Оксана', '+380501234567', '"Оксана" <+380501234567>'],
  ['a withheld number', '', '', '"" <anonymous>'],
  ['quotes and brackets that would end the name', 'A" <1> \\', '2', '"A   1" <2>'],
  ['line breaks that would start a header', 'A\r\nX-Evil: 1', '2\r\nX: 3', '"A  X-Evil: 1" <2X3>'],
  ['a number in letters nobody can dial', 'Ω', 'номер', '"Ω" <anonymous>'],
])('%s', (_what, name, number, expected) => {
  expect(callerIdText(name, number)).toBe(expected);
});

test('what is longer than anybody reads is cut', () => {
  expect(callerIdText('я'.repeat(200), '1'.repeat(200))).toBe(`"${'я'.repeat(80)}" <${'1'.repeat(80)}>`);
});
