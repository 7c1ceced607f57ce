import { expect, test } from 'vitest';
import { parseCallSearch, toCallQuery } from './call-search.ts';

test('an address keeps what fits and drops the rest', () => {
  expect(parseCallSearch({ period: 'today', direction: 'sideways', number: 5012, lineId: '', colour: 'red' })).toEqual({
    period: 'today',
    number: '5012',
  });
});

const now = new Date(2026, 10, 24, 10, 42);

test('yesterday is from midnight to midnight', () => {
  expect(toCallQuery({ period: 'yesterday' }, now)).toMatchObject({
    from: new Date(2026, 10, 23).toISOString(),
    until: new Date(2026, 10, 24).toISOString(),
  });
});

test('seven days include today', () => {
  expect(toCallQuery({ period: 'week' }, now)).toMatchObject({ from: new Date(2026, 10, 18).toISOString() });
});

test('a number is asked by its digits', () => {
  expect(toCallQuery({ number: '050 123-45' }, now)).toEqual({ number: '05012345' });
});
