import { expect, test } from 'vitest';
import { decideRoute, type RouteFacts } from './decide-route.ts';

const facts = (given: Partial<RouteFacts>): RouteFacts => ({
  wanted: [],
  pools: [{ key: 'common', longestIdle: null, freePeople: 0, people: [] }],
  waitingAhead: 0,
  maxWaiting: 2,
  isInQueue: false,
  ...given,
});
const pool = (key: string, longestIdle: string | null) => ({
  key,
  longestIdle,
  freePeople: longestIdle ? 1 : 0,
  people: [],
});
const manager = { personId: 'oksana', as: 'manager', obstacle: null } as const;
const lastTalked = { personId: 'maria', as: 'last_talked', obstacle: null } as const;

test.each<[string, Partial<RouteFacts>, object]>([
  [
    'the longest idle, when nobody is wanted',
    { pools: [pool('common', 'petro')] },
    { personId: 'petro', reason: 'longest_idle' },
  ],
  [
    'the manager before the longest idle',
    { wanted: [manager], pools: [pool('common', 'petro')] },
    { personId: 'oksana', reason: 'manager' },
  ],
  ['the manager before who last talked', { wanted: [manager, lastTalked] }, { personId: 'oksana' }],
  [
    'who last talked, when the manager is kept out',
    { wanted: [{ ...manager, obstacle: 'talking' }, lastTalked] },
    { personId: 'maria', reason: 'last_talked' },
  ],
  [
    'nobody wanted from another project',
    { wanted: [{ ...manager, obstacle: 'other_project' }], pools: [pool('common', 'petro')] },
    { personId: 'petro' },
  ],
  [
    'the own pool before the reserve',
    { pools: [pool('sales', 'ivan'), pool('common', 'petro')] },
    { personId: 'ivan' },
  ],
  [
    'the reserve, when nobody of the own pool is free',
    { pools: [pool('sales', null), pool('common', 'petro')] },
    { personId: 'petro' },
  ],
  ['the queue, when nobody is free', { waitingAhead: 1 }, { to: 'queue' }],
  ['nobody, when the queue is full', { waitingAhead: 2 }, { to: 'nobody', because: 'queue_full' }],
  [
    'a free person, however full the queue',
    { waitingAhead: 2, pools: [pool('common', 'petro')] },
    { personId: 'petro' },
  ],
  ['a caller who waits already keeps waiting in a full queue', { waitingAhead: 5, isInQueue: true }, { to: 'queue' }],
])('%s', (_rule, given, route) => {
  expect(decideRoute(facts(given))).toMatchObject(route);
});

test('the trace names what kept the wanted out, counts the free, and leaves a large pool unnamed', () => {
  const wanted = [{ personId: 'oksana', as: 'manager', obstacle: 'wrapping_up' }] as const;
  const { trace } = decideRoute(
    facts({ wanted, pools: [pool('sales', 'ivan'), { ...pool('common', 'petro'), freePeople: 40, people: null }] }),
  );
  expect(trace).toEqual({ pools: ['sales', 'common'], wanted, people: null, freePeople: 41, waitingAhead: 0 });
});
