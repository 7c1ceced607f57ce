import { expect, test } from 'vitest';
import { inTreeOrder } from './tree-order.ts';
import { isPasswordLent, whyNotUnder } from './why-not-save.ts';

// The firm has a branch in Lviv, that one an office in Stryi; Kyiv stands alone.
const tree = [
  { enterpriseId: 'stryi', parentId: 'lviv' },
  { enterpriseId: 'firm', parentId: null },
  { enterpriseId: 'kyiv', parentId: null },
  { enterpriseId: 'lviv', parentId: 'firm' },
];

test.each([
  ['a unit may stand at the top', null, 'lviv', null],
  ['a unit may move to another parent', 'kyiv', 'lviv', null],
  ['a new unit may stand under any', 'stryi', null, null],
  ['a unit under itself is refused', 'lviv', 'lviv', 'unit_cycle'],
  ['a unit under its grandchild is refused', 'stryi', 'firm', 'unit_cycle'],
  ['a parent nobody knows is refused', 'odesa', 'lviv', 'unit_unknown'],
])('%s', (_rule, parentId, enterpriseId, refusal) => {
  expect(whyNotUnder(parentId, enterpriseId, tree)).toBe(refusal);
});

test('parents stand before their children', () => {
  const order = inTreeOrder(tree).map(({ row, depth }) => `${depth} ${row.enterpriseId}`);
  expect(order).toEqual(['0 firm', '1 lviv', '2 stryi', '0 kyiv']);
});

const stored = { smtpHost: 'mail.firm.test', receivingHost: '', hasMailPassword: true };
test.each([
  ['the same server keeps the password', { smtpHost: 'MAIL.firm.test' }, stored, false],
  ['another server wants it typed again', { smtpHost: 'other.test' }, stored, true],
  ['another server for receiving too', { smtpHost: 'mail.firm.test', receivingHost: 'other.test' }, stored, true],
  ['the server known for sending may receive', { smtpHost: '', receivingHost: 'mail.firm.test' }, stored, false],
  ['typed anew it goes where it is typed for', { smtpHost: 'other.test', mailPassword: 'x' }, stored, false],
  ['nothing stored is lent to nobody', { smtpHost: 'other.test' }, { ...stored, hasMailPassword: false }, false],
])('%s', (_rule, draft, known, isLent) => {
  expect(isPasswordLent({ mailPassword: null, receivingHost: '', ...draft }, known)).toBe(isLent);
});
