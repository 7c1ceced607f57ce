import { expect, test } from 'vitest';
import type { NotificationCell } from './contract.ts';
import { type DeliveryFacts, decideDeliveries } from './decide-deliveries.ts';

const cell = (performerType: NotificationCell['performerType'], ticks: string): NotificationCell => ({
  performerType,
  stage: 'assigned',
  inApp: ticks.includes('in_app'),
  email: ticks.includes('email'),
});
const petro = { personId: 'petro', address: 'petro@firm.ua', switchedOff: [] };
const oksana = { personId: 'oksana', address: null, switchedOff: [] };

// Petro is the performer, ticked for both; Oksana, who has no address, controls.
const facts: DeliveryFacts = {
  stage: 'assigned',
  cells: [cell('performer', 'in_app email'), cell('controller', 'email'), cell('author', 'in_app')],
  actorId: 'iryna',
  tellsActor: false,
  people: { performer: ['petro'] },
  unreadableFor: [],
  recipients: [petro, oksana],
};
const overdue = facts.cells.map((one) => ({ ...one, stage: 'overdue' as const }));
const quiet = { ...petro, switchedOff: ['email'] as const };

test.each<[string, Partial<DeliveryFacts>, readonly string[]]>([
  ['a performer ticked for both gets both', {}, ['petro in_app sent', 'petro email sent']],
  ['without the e-mail tick there is no e-mail', { cells: [cell('performer', 'in_app')] }, ['petro in_app sent']],
  ['an empty cell sends nothing', { cells: [cell('performer', '')] }, []],
  ['ticks of another stage do not count', { stage: 'done' }, []],
  [
    'two rows of one person are joined',
    { people: { performer: ['petro'], author: ['petro'] } },
    ['petro in_app sent', 'petro email sent'],
  ],
  ['who acted gets nothing', { actorId: 'petro' }, ['petro in_app own_action', 'petro email own_action']],
  [
    'who acted is told when the parameter says so',
    { actorId: 'petro', tellsActor: true },
    ['petro in_app sent', 'petro email sent'],
  ],
  [
    'nobody hears of what they may not read',
    { unreadableFor: ['petro'] },
    ['petro in_app no_access', 'petro email no_access'],
  ],
  ['one may switch off', { recipients: [quiet] }, ['petro in_app sent', 'petro email switched_off']],
  [
    'one may not switch off what is overdue',
    { stage: 'overdue', cells: overdue, recipients: [quiet] },
    ['petro in_app sent', 'petro email sent'],
  ],
  ['without an address the log says why', { people: { controller: ['oksana'] } }, ['oksana email no_address']],
])('%s (D-04)', (_rule, given, expected) => {
  const decided = decideDeliveries({ ...facts, ...given });
  expect(
    decided.map(({ recipient, channel, skipped }) => `${recipient.personId} ${channel} ${skipped ?? 'sent'}`),
  ).toEqual(expected);
});

test('a delivery names the rows that caused it (R-117)', () => {
  const [inApp] = decideDeliveries({ ...facts, people: { performer: ['petro'], author: ['petro'] } });
  expect(inApp?.performerTypes).toEqual(['performer', 'author']);
});
