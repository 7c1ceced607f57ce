import { expect, test } from 'vitest';
import { type Deed, deeds, roleCodes } from './contract.ts';
import { effectiveInTree, effectiveRight, type HolderFacts, personRights, type Rule } from './effective-rights.ts';
import { shippedRightsOf } from './may.ts';
import { findRight, type Reach, type RightKey, rights } from './rights.ts';
import { roleDeeds } from './role-deeds.ts';
import { shippedRules } from './shipped-rules.ts';

const tick = (key: RightKey, isAllowed: boolean, more: { reach?: Reach; targetId?: string } = {}): Rule => ({
  ...{ key, isAllowed, targetId: more.targetId ?? null, reach: more.reach ?? null },
});
const role = (roleId: string, ...rules: Rule[]) => ({ roleId, name: roleId, rules });
const holder = (facts: Partial<HolderFacts>): HolderFacts => ({ isAdministrator: false, own: [], roles: [], ...facts });
const must = (key: RightKey) => {
  const right = findRight(key);
  if (right === null) throw new Error(`no right ${key}`);
  return right;
};

// D-15: own setting beats roles; among roles «дозволено» wins; nothing set = no.
test.each<[string, Partial<HolderFacts>, object]>([
  ['what nobody has set is refused', {}, { isAllowed: false, because: 'nothing' }],
  [
    'a role allows',
    { roles: [role('r', tick('clients.edit', true))] },
    { isAllowed: true, because: 'roles', roleIds: ['r'] },
  ],
  [
    'among roles «дозволено» wins',
    { roles: [role('no', tick('clients.edit', false)), role('yes', tick('clients.edit', true))] },
    { isAllowed: true, roleIds: ['yes'] },
  ],
  [
    'a role that denies, and no other: refused by that role',
    { roles: [role('no', tick('clients.edit', false)), role('silent')] },
    { isAllowed: false, because: 'roles', roleIds: ['no'] },
  ],
  [
    'an own «заборонено» beats every role',
    { own: [tick('clients.edit', false)], roles: [role('yes', tick('clients.edit', true))] },
    { isAllowed: false, because: 'own' },
  ],
  [
    'an own «дозволено» beats a role that denies',
    { own: [tick('clients.edit', true, { reach: 'own' })], roles: [role('no', tick('clients.edit', false))] },
    { isAllowed: true, reach: 'own', because: 'own' },
  ],
  [
    'among roles the widest reach wins',
    {
      roles: [
        role('a', tick('clients.edit', true, { reach: 'department' })),
        role('b', tick('clients.edit', true, { reach: 'own' })),
      ],
    },
    { reach: 'department' },
  ],
  [
    'an administrator has every right, whatever is ticked',
    { isAdministrator: true, own: [tick('clients.edit', false)] },
    { isAllowed: true, reach: 'all', because: 'administrator' },
  ],
])('%s', (_rule, facts, expected) => {
  expect(effectiveRight(must('clients.edit'), holder(facts))).toMatchObject(expected);
});

// Sales stands under the section, regions under sales.
const parentOf = new Map([
  ['sales', 'section'],
  ['regions', 'sales'],
]);
const otherwise = { isAllowed: false, reach: null, because: 'nothing', roleIds: [] } as const;

test.each<[string, Partial<HolderFacts>, object]>([
  ['without a tick up the tree the document decides', {}, otherwise],
  [
    'a tick on a parent is inherited',
    { own: [tick('journal.view', true, { targetId: 'section' })] },
    { isAllowed: true, because: 'parent' },
  ],
  [
    'the nearest tick counts',
    {
      own: [tick('journal.view', true, { targetId: 'section' }), tick('journal.view', false, { targetId: 'sales' })],
    },
    { isAllowed: false, because: 'parent' },
  ],
  [
    'an own tick far up beats a role close by',
    {
      own: [tick('journal.view', false, { targetId: 'section' })],
      roles: [role('r', tick('journal.view', true, { targetId: 'regions' }))],
    },
    { isAllowed: false, because: 'parent' },
  ],
  [
    'each role by its nearest, then «дозволено» wins',
    {
      roles: [
        role(
          'no',
          tick('journal.view', true, { targetId: 'section' }),
          tick('journal.view', false, { targetId: 'sales' }),
        ),
        role('yes', tick('journal.view', true, { targetId: 'section' })),
      ],
    },
    { isAllowed: true, roleIds: ['yes'] },
  ],
])('%s (journals)', (_rule, facts, expected) => {
  const tree = { targetId: 'regions', parentOf, otherwise };
  expect(effectiveInTree(must('journal.view'), holder(facts), tree)).toMatchObject(expected);
});

test('a tree that bites its tail ends', () => {
  const circle = new Map([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  expect(effectiveInTree(must('journal.view'), holder({}), { targetId: 'a', parentOf: circle, otherwise })).toBe(
    otherwise,
  );
});

test('every deed belongs to exactly one right: a new one needs its row in rights.ts', () => {
  const listed = rights.flatMap((right): readonly Deed[] => right.deeds);
  expect(listed.toSorted()).toEqual(deeds.toSorted());
});

test.each(roleCodes)('%s ships with the deeds of its list, through stored ticks', (code) => {
  const list: readonly Deed[] = roleDeeds[code];
  expect(shippedRightsOf(code).deeds.toSorted()).toEqual(list.toSorted());
});

test('the reach of calls tells the two deeds apart', () => {
  const rightsWith = (reach: Reach) =>
    personRights(holder({ own: [tick('calls.view', true, { reach })] }), new Map(), []).deeds;
  expect(rightsWith('department')).toEqual(['calls.view_own']);
  expect(rightsWith('all')).toEqual(['calls.view_own', 'calls.view_all']);
});

test('units: allowed and denied by the nearest tick, the others unspoken of', () => {
  const facts = holder({
    own: [tick('unit.view', true, { targetId: 'firm' }), tick('unit.view', false, { targetId: 'branch' })],
  });
  const { units } = personRights(facts, new Map([['branch', 'firm']]), ['firm', 'branch', 'else']);
  expect(units).toEqual({ allowed: ['firm'], denied: ['branch'] });
});

test('all rights of a person with five roles are computed in less than a tenth of a millisecond each', () => {
  const roles = ['head', 'supervisor', 'agent', 'manager', 'viewer'] as const;
  const facts = holder({ roles: roles.map((code) => role(code, ...shippedRules(code))) });
  const times = 200;
  for (let warm = 0; warm < times; warm += 1) personRights(facts, parentOf, []);
  const begun = performance.now();
  for (let done = 0; done < times; done += 1) personRights(facts, parentOf, []);
  const perRightMs = (performance.now() - begun) / times / rights.length;
  expect(perRightMs).toBeLessThan(0.1);
});
