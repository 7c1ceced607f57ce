import { expect, test } from 'vitest';
import { edrpouOf, rnokppOf } from './check-digits.ts';

// Codes from the public register.
test.each(['14360570', '20077720', '21560045', '31316718', '40075815', '00032112'])(
  '%s is a code whose last digit follows from the others',
  (code) => {
    expect(edrpouOf(code.slice(0, 7))).toBe(code);
  },
);

test('the check digit of a person is computed with a negative weight in front', () => {
  expect(rnokppOf('318471069')).toBe('3184710691');
});
