import { expect, test } from 'vitest';
import { type PersonDraft, personDraft } from './contract.ts';
import { type SaveFacts, whyNotSave } from './why-not-save.ts';

// Petro is an agent with extension 102; Larysa is the only administrator.
const petro = personDraft.parse({
  fullName: 'Петро Сич',
  email: 'petro@dzvin.test',
  role: 'agent',
  sipExtension: '102',
  password: 'a long password',
});
const larysa: PersonDraft = { ...petro, fullName: 'Лариса Дорош', role: 'administrator', sipExtension: null };
const project = 'd0c0ffee-0000-4000-8000-000000000001';
const nothing: SaveFacts = {
  saver: 'administrator',
  before: petro,
  otherAdministrators: 0,
  isEmailTaken: false,
  extensionHolder: null,
  directHolder: null,
  isProjectActive: false,
  isMailProjectActive: false,
  isEmployeeKnown: null,
  employeeAccount: null,
  isUnitKnown: null,
};

test.each<[string, PersonDraft, Partial<SaveFacts>, string | null]>([
  ['an ordinary change is saved', petro, {}, null],
  ['a new account needs a password', { ...petro, password: null }, { before: null }, 'password_required'],
  ['an account that is there keeps its password', { ...petro, password: null }, {}, null],
  ['an e-mail belongs to one account', petro, { isEmailTaken: true }, 'email_taken'],
  ['a SIP number belongs to one active person', petro, { extensionHolder: 'Оксана Мельник' }, 'extension_taken'],
  [
    'a closed account may hold the number of another',
    { ...petro, isActive: false },
    { extensionHolder: 'Оксана Мельник' },
    null,
  ],
  ['a direct number belongs to one active person', petro, { directHolder: 'Підтримка' }, 'direct_number_taken'],
  ['a project must be active to be chosen', { ...petro, telephonyProjectId: project }, {}, 'unknown_project'],
  [
    'a project closed since it was chosen is no obstacle',
    { ...petro, telephonyProjectId: project },
    { before: { ...petro, telephonyProjectId: project } },
    null,
  ],
  ['the last administrator keeps the role', { ...larysa, role: 'head' }, { before: larysa }, 'last_administrator'],
  ['the last administrator stays active', { ...larysa, isActive: false }, { before: larysa }, 'last_administrator'],
  ['the last but one may go', { ...larysa, isActive: false }, { before: larysa, otherAdministrators: 1 }, null],
  ['an implementer makes agents', petro, { saver: 'implementer', before: null }, null],
  ['an implementer makes no administrator', larysa, { saver: 'implementer', before: petro }, 'not_permitted'],
  ['an implementer changes no administrator', petro, { saver: 'implementer', before: larysa }, 'not_permitted'],
])('%s', (_rule, draft, facts, code) => {
  expect(whyNotSave(draft, { ...nothing, ...facts })?.code ?? null).toBe(code);
});

test('a taken SIP number says who has it and which field it is', () => {
  expect(whyNotSave(petro, { ...nothing, extensionHolder: 'Оксана Мельник' })).toEqual({
    code: 'extension_taken',
    details: { by: 'Оксана Мельник' },
    field: 'sipExtension',
  });
});
