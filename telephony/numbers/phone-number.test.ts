import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsOf, parsePhoneNumber } from './phone-number.ts';

test.each([
  ['national, as people write it', '050 123-45-67', '+380501234567'],
  ['with brackets', '(044) 123 45 67', '+380441234567'],
  ['the old long-distance 8', '8 (050) 123-45-67', '+380501234567'],
  ['8-0 without spaces', '80501234567', '+380501234567'],
  ['the country without the plus', '380501234567', '+380501234567'],
  ['00 for the plus', '00380501234567', '+380501234567'],
  ['nine digits without the trunk 0', '501234567', '+380501234567'],
  ['another country', '+48 22 123 45 67', '+48221234567'],
  ['another country by 00', '0048221234567', '+48221234567'],
  ['another country, the plus left out', '48221234567', '+48221234567'],
  ['digits of another script', '٠٥٠١٢٣٤٥٦٧', '+380501234567'],
  ['a toll-free number', '0 800 123 456', '+380800123456'],
])('reads %s', (_how, raw, e164) => {
  expect(parsePhoneNumber(raw)?.e164).toBe(e164);
});

test.each([
  ['an emergency number', '101'],
  ['an extension', '5000'],
  ['a number without its town', '1234567'],
  ['a code nobody has', '0201234567'],
  ['a plus with too little', '+380501'],
  ['200 digits', '7'.repeat(200)],
  ['a name', 'Петро'],
  ['a name with a number in it', 'Петро 0501234567'],
  ['markup', '<script>0501234567</script>'],
  ['nothing', ''],
])('takes %s for no valid number', (_what, raw) => {
  expect(parsePhoneNumber(raw)).toBeNull();
});

test('the home region decides what a national number means', () => {
  expect(parsePhoneNumber('22 123 45 67', 'PL')).toMatchObject({ e164: '+48221234567', country: 'PL' });
  expect(parsePhoneNumber('80501234567', 'PL')?.e164).not.toBe('+380501234567');
});

test('a toll-free number says so', () => {
  expect(parsePhoneNumber('0800123456')).toMatchObject({ isTollFree: true, national: '800123456' });
  expect(parsePhoneNumber('0501234567')).toMatchObject({ isTollFree: false, country: 'UA' });
});

const subscriber = fc.integer({ min: 2_000_000, max: 9_999_999 }).map(String);
const mobile = fc.tuple(fc.constantFrom('50', '63', '67', '93', '97'), subscriber).map((parts) => parts.join(''));

test('every way to write a Ukrainian mobile gives the same number', () => {
  fc.assert(
    fc.property(mobile, (national) => {
      const spellings = [`0${national}`, `+380${national}`, `380${national}`, `80${national}`, `00380${national}`];
      expect(spellings.map((spelling) => parsePhoneNumber(spelling)?.e164)).toEqual(
        spellings.map(() => `+380${national}`),
      );
    }),
  );
});

test('reading what was read changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-() x'), maxLength: 24 }), (raw) => {
      const first = parsePhoneNumber(raw);
      if (first) expect(parsePhoneNumber(first.e164)?.e164).toBe(first.e164);
    }),
  );
});

test('any text is read without an error, and digits are digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (raw) => {
      parsePhoneNumber(raw);
      expect(digitsOf(raw)).toMatch(/^[0-9]*$/);
    }),
  );
});
