import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanCallerName, cleanCallerNumber } from './clean-caller-id.ts';

test.each([
  ['a valid number becomes E.164', '0501234567', '+380501234567'],
  ['an extension stays with it', '+380441234567;ext=12', '+380441234567;ext=12'],
  ['a SIP address gives its number', 'sip:+380501234567@pbx.example', '+380501234567'],
  ['an extension of the firm stays', '102', '102'],
  ['what is no number stays readable', 'Мама', 'Мама'],
  ['line breaks and control characters go', '050\r\nX-Evil: 1\u0000', '050 X-Evil: 1'],
  ['marks that turn the text round go', '\u202e7654321050\u202c', '7654321050'],
  ['200 characters are cut', '9'.repeat(200), '9'.repeat(40)],
  ['full-width digits become plain ones', '０５０１２３４５６７', '+380501234567'],
  ['empty is withheld', '', null],
  ['anonymous is withheld', 'Anonymous', null],
  ['so is its address', 'anonymous@anonymous.invalid', null],
  ['so is unknown', ' unknown ', null],
])('%s', (_rule, received, number) => {
  expect(cleanCallerNumber(received)).toBe(number);
});

test('a name keeps its letters and loses its tricks', () => {
  expect(cleanCallerName('Ґалаґан \u0007Олена\n')).toBe('Ґалаґан Олена');
  expect(cleanCallerName('unknown')).toBe('');
  expect(cleanCallerName('я'.repeat(200))).toHaveLength(80);
});

test('whatever is received, the result is short and printable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (received) => {
      const number = cleanCallerNumber(received);
      if (number === null) return;
      expect([...number].length).toBeLessThanOrEqual(40);
      expect(number).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
  );
});
