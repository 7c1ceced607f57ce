import type { CallLogRow, CallView, PopView } from '../../server/calls/contract.ts';
import type { CallerMatch, ClientRow, ClientView } from '../../server/clients/contract.ts';
import type { TaskStatusView, UserStatusView } from '../../server/directories/contract.ts';
import { type EnterpriseView, enterpriseDraft } from '../../server/enterprises/contract.ts';
import { documentKinds, fieldsOf, type HistoryRow, type HistoryRules } from '../../server/history/contract.ts';
import type { BoardSnapshot, LineView } from '../../server/hotline/contract.ts';
import { type EmployeeView, employeeDraft, type PersonView } from '../../server/people/contract.ts';
import type { PersonStateView } from '../../server/presence/contract.ts';

/*
 * The named people of the screen tests and of the screen gallery. Oksana is the agent whose desk we see,
 * Taras the supervisor, Iryna the client who calls.
 */
export const ids = {
  oksana: '00000000-0000-4000-8000-000000000001',
  petro: '00000000-0000-4000-8000-000000000002',
  maria: '00000000-0000-4000-8000-000000000003',
  yurii: '00000000-0000-4000-8000-000000000004',
  lesia: '00000000-0000-4000-8000-000000000005',
  galyna: '00000000-0000-4000-8000-000000000006',
  stepan: '00000000-0000-4000-8000-000000000007',
  taras: '00000000-0000-4000-8000-000000000008',
  support: '00000000-0000-4000-8000-000000000101',
  sales: '00000000-0000-4000-8000-000000000102',
  grain: '00000000-0000-4000-8000-000000000201',
  school: '00000000-0000-4000-8000-000000000202',
  project: '00000000-0000-4000-8000-000000000301',
};
const minute = 60_000;
/** Moments of the cast are told from the moment the page opened. */
export const openedAt = Date.now();
const ago = (minutes: number) => new Date(openedAt - minutes * minute).toISOString();

export const iryna: CallerMatch = {
  clientId: ids.grain,
  clientName: 'ТОВ «Зерно-Полісся»',
  contactId: '00000000-0000-4000-8000-000000000401',
  contactName: 'Ірина Гнатюк',
  contactRole: 'бухгалтер',
  level: 'exact',
  managerId: ids.oksana,
  managerName: 'Оксана Мельник',
  lastContacts: [
    {
      callId: 'call-7',
      at: ago(7_200),
      direction: 'in',
      outcome: 'answered',
      personName: 'Петро Сич',
      talkSeconds: 252,
    },
  ],
  openItems: [{ kind: 'missed_call', id: 'call-8', text: 'Неприйнятий дзвінок 10:31' }],
};
export const school: CallerMatch = {
  ...iryna,
  clientId: ids.school,
  clientName: 'Ліцей № 4',
  contactId: null,
  contactName: 'Олександр Дяченко',
  contactRole: 'директор',
  level: 'number',
  managerId: null,
  managerName: null,
  lastContacts: [],
  openItems: [],
};

export const ringing: PopView = {
  callId: 'call-1',
  offerNo: 1,
  state: 'ringing',
  direction: 'in',
  lineId: ids.support,
  lineName: 'Підтримка',
  dialled: '0800335500',
  callerNumber: '+380501234567',
  callerText: '+380 50 123 45 67',
  region: 'Україна, мобільний',
  arrivedAt: openedAt - 18_000,
  offeredAt: openedAt - 6_000,
  talkingSince: null,
  reason: 'manager',
  matches: [iryna],
  clientId: null,
  note: { text: '', revision: 0 },
  passedOnFrom: null,
};

const stateOf = (personId: string, name: string, rest: Partial<PersonStateView>): PersonStateView => ({
  personId,
  name,
  extension: '101',
  projectId: null,
  usesStatuses: true,
  since: openedAt - 5 * minute,
  withWhom: null,
  callsToday: 20,
  shown: 'free',
  shownBecause: null,
  presence: 'free',
  nextPresence: null,
  work: 'idle',
  device: 'reachable',
  obstacle: null,
  callId: null,
  until: null,
  ...rest,
});

export const oksanaFree = stateOf(ids.oksana, 'Оксана Мельник', { since: openedAt - 760_000, callsToday: 31 });
export const oksanaTalking: PersonStateView = {
  ...oksanaFree,
  shown: 'with_client',
  shownBecause: 'on_call',
  work: 'talking',
  device: 'in_use',
  obstacle: 'talking',
  callId: 'call-1',
  since: openedAt - 252_000,
  withWhom: 'ТОВ «Зерно-Полісся»',
};

export const board: BoardSnapshot = {
  seq: 1,
  at: openedAt,
  isPbxConnected: true,
  pbxSince: openedAt - 600 * minute,
  lines: [
    {
      lineId: ids.support,
      name: 'Підтримка',
      numbers: ['0800335500'],
      waiting: 2,
      longestSince: openedAt - 102_000,
      offered: 178,
      answered: 162,
      missed: 13,
      serviceLevel: { inTime: 145, of: 175, percent: 83, targetSeconds: 20 },
    },
    {
      lineId: ids.sales,
      name: 'Продажі',
      numbers: ['0800335501'],
      waiting: 1,
      longestSince: openedAt - 38_000,
      offered: 75,
      answered: 69,
      missed: 5,
      serviceLevel: { inTime: 69, of: 74, percent: 93, targetSeconds: 20 },
    },
    {
      lineId: '00000000-0000-4000-8000-000000000103',
      name: 'Вечірня лінія',
      numbers: ['0800335502'],
      waiting: 0,
      longestSince: null,
      offered: 0,
      answered: 0,
      missed: 0,
      serviceLevel: { inTime: 0, of: 0, percent: null, targetSeconds: 30 },
    },
  ],
  people: [
    oksanaTalking,
    stateOf(ids.petro, 'Петро Сич', {
      work: 'ringing',
      obstacle: 'ringing',
      callId: 'call-2',
      since: openedAt - 7_000,
      withWhom: '+380 67 555 10 20',
      callsToday: 27,
    }),
    stateOf(ids.maria, 'Марія Коваль', {
      shown: 'wrap_up',
      shownBecause: 'wrap_up',
      work: 'wrap_up',
      obstacle: 'wrapping_up',
      since: openedAt - 21_000,
      until: openedAt + 9_000,
      callsToday: 29,
    }),
    stateOf(ids.yurii, 'Юрій Ткач', { since: openedAt - 170_000, callsToday: 22 }),
    stateOf(ids.lesia, 'Леся Гончар', {
      shown: 'break',
      presence: 'break',
      obstacle: 'status_refuses',
      since: openedAt - 545_000,
      callsToday: 18,
    }),
    stateOf(ids.galyna, 'Ґалина Їжак', {
      shown: 'absent',
      shownBecause: 'not_answered',
      work: 'not_responding',
      obstacle: 'not_responding',
      since: openedAt - 70_000,
      callsToday: 15,
    }),
    stateOf(ids.stepan, 'Степан Юрчак', {
      shown: 'absent',
      presence: 'absent',
      device: 'unreachable',
      obstacle: 'phone_off',
      since: openedAt - 2_460_000,
      callsToday: 0,
    }),
  ],
  queue: [
    {
      callId: 'call-2',
      lineId: ids.support,
      callerText: '+380 67 555 10 20',
      since: openedAt - 102_000,
      position: 1,
      ringingPersonId: ids.petro,
    },
    {
      callId: 'call-3',
      lineId: ids.sales,
      callerText: 'Ліцей № 4, Дяченко',
      since: openedAt - 38_000,
      position: 2,
      ringingPersonId: null,
    },
    {
      callId: 'call-4',
      lineId: ids.support,
      callerText: 'прихований номер',
      since: openedAt - 11_000,
      position: 3,
      ringingPersonId: null,
    },
  ],
};

const row = (callId: string, rest: Partial<CallLogRow>): CallLogRow => ({
  callId,
  arrivedAt: ago(5),
  direction: 'in',
  outcome: 'answered',
  lineId: ids.support,
  lineName: 'Підтримка',
  otherNumber: '+380501234567',
  otherText: '+380 50 123 45 67',
  clientId: ids.grain,
  clientName: 'ТОВ «Зерно-Полісся»',
  personId: ids.oksana,
  personName: 'Оксана Мельник',
  waitSeconds: 12,
  talkSeconds: 252,
  note: '',
  ...rest,
});
const longName =
  'Комунальне некомерційне підприємство «Центральна міська клінічна лікарня імені святого Пантелеймона» Житомирської міської ради';

export const calls: readonly CallLogRow[] = [
  row('call-1', { outcome: null, talkSeconds: 40, note: 'Не проходить імпорт накладних' }),
  row('call-2', {
    arrivedAt: ago(31),
    outcome: 'abandoned',
    otherNumber: '+380675551020',
    otherText: '+380 67 555 10 20',
    clientId: null,
    clientName: null,
    personId: null,
    personName: null,
    waitSeconds: 74,
    talkSeconds: 0,
  }),
  row('call-3', {
    arrivedAt: ago(64),
    direction: 'out',
    lineId: null,
    lineName: null,
    otherText: '+380 44 234 56 78',
    clientId: ids.school,
    clientName: 'Ліцей № 4',
    waitSeconds: 4,
    talkSeconds: 125,
    note: 'Домовились про навчання 12 грудня, акт надішлемо листом',
  }),
  row('call-4', {
    arrivedAt: ago(3_000),
    otherNumber: null,
    otherText: '',
    clientId: null,
    clientName: null,
    outcome: 'abandoned_ringing',
    talkSeconds: 0,
  }),
  row('call-5', { arrivedAt: ago(4_400), clientName: longName, talkSeconds: 3_729 }),
  row('call-6', {
    arrivedAt: ago(5_000),
    direction: 'internal',
    lineId: null,
    lineName: null,
    otherNumber: '102',
    otherText: '102',
    clientId: null,
    clientName: null,
    talkSeconds: 33,
  }),
  ...Array.from({ length: 40 }, (_, place) =>
    row(`call-${place + 20}`, { arrivedAt: ago(5_100 + place * 37), talkSeconds: 20 + ((place * 53) % 400) }),
  ),
];

const trace = {
  pools: [ids.project],
  wanted: [{ personId: ids.galyna, as: 'manager', obstacle: 'not_responding' }],
  people: [
    { personId: ids.galyna, obstacle: 'not_responding' },
    { personId: ids.lesia, obstacle: 'status_refuses' },
    { personId: ids.yurii, obstacle: null },
  ],
  freePeople: 2,
  waitingAhead: 1,
} as const;

export const call: CallView = {
  ...row('call-1', { note: 'Не проходить імпорт накладних' }),
  callerName: '',
  dialled: '0800335500',
  legs: [
    {
      offerNo: 1,
      personId: ids.petro,
      personName: 'Петро Сич',
      reason: 'last_talked',
      result: 'missed',
      startedAt: ago(5.4),
      ringingAt: ago(5.4),
      endedAt: ago(5.1),
      trace,
    },
    {
      offerNo: 2,
      personId: ids.oksana,
      personName: 'Оксана Мельник',
      reason: 'longest_idle',
      result: 'answered',
      startedAt: ago(5.1),
      ringingAt: ago(5.1),
      endedAt: ago(5),
      trace,
    },
  ],
  story: [
    { seq: 1, at: ago(5.5), type: 'call.arrived', data: {} },
    { seq: 2, at: ago(5.4), type: 'queue.offer_made', data: { personId: ids.petro } },
    { seq: 3, at: ago(5.1), type: 'queue.offer_result', data: { personId: ids.petro, result: 'missed' } },
    { seq: 4, at: ago(5.1), type: 'queue.offer_made', data: { personId: ids.oksana } },
    { seq: 5, at: ago(5), type: 'call.bridged', data: { personId: ids.oksana } },
    { seq: 6, at: ago(0.8), type: 'call.ended', data: { endedBy: 'caller' } },
  ],
};

export const client: ClientView = {
  clientId: ids.grain,
  code: 'К-000318',
  kind: 'legal',
  name: 'ТОВ «Зерно-Полісся»',
  fullName: 'Товариство з обмеженою відповідальністю «Зерно-Полісся»',
  edrpou: '41234563',
  address: 'Житомир, вул. Київська, 12',
  email: 'buh@zerno.example',
  managerId: ids.oksana,
  managerName: 'Оксана Мельник',
  note: 'Просять дзвонити після 10:00.',
  createdAt: '2019-03-04T09:00:00.000Z',
  phones: [
    {
      phoneId: 'phone-1',
      raw: '050 123 45 67',
      e164: '+380501234567',
      extension: null,
      type: 'mobile',
      label: '',
      isPrimary: true,
      isCompanyLine: false,
      contactId: '00000000-0000-4000-8000-000000000401',
      contactName: 'Ірина Гнатюк',
    },
    {
      phoneId: 'phone-2',
      raw: '(0412) 55-66-77 дод. 12',
      e164: '+380412556677',
      extension: '12',
      type: 'work',
      label: 'приймальня',
      isPrimary: false,
      isCompanyLine: true,
      contactId: null,
      contactName: null,
    },
  ],
  contacts: [
    { contactId: '00000000-0000-4000-8000-000000000401', name: 'Ірина Гнатюк', role: 'бухгалтер' },
    { contactId: '00000000-0000-4000-8000-000000000402', name: 'Василь Лис', role: 'директор' },
  ],
};

const names = [
  'ТОВ «Зерно-Полісся»',
  'Ліцей № 4',
  'ФОП Кравець Ганна Іванівна',
  longName,
  'АТ «Ґудзик»',
  'Єва Їжакевич',
];
export const clients: readonly ClientRow[] = Array.from({ length: 60 }, (_, place) => ({
  clientId: place === 0 ? ids.grain : `00000000-0000-4000-9000-${String(place).padStart(12, '0')}`,
  code: `К-${String(place + 318).padStart(6, '0')}`,
  name: names[place % names.length] ?? '',
  kind: place % 6 === 2 ? 'sole_proprietor' : place % 6 === 5 ? 'natural' : 'legal',
  edrpou: place % 6 === 5 ? '' : String(41_234_563 + place),
  phone: place % 7 === 4 ? null : `+380 50 123 ${String(10 + place)} 67`,
  managerName: place % 3 === 0 ? 'Оксана Мельник' : null,
  lastCallAt: place % 4 === 3 ? null : ago(place * 90 + 4),
}));

const status = (code: string, name: string, rest: Partial<UserStatusView>): UserStatusView => ({
  code,
  name,
  acceptsHotline: false,
  acceptsDirect: 'yes',
  isWorkingTime: true,
  isSetByHand: true,
  needsReason: false,
  limitMinutes: null,
  colour: 'break',
  sortOrder: 100,
  isActive: true,
  note: '',
  isSystem: false,
  ...rest,
});
export const userStatuses: readonly UserStatusView[] = [
  status('free', 'Вільний', { acceptsHotline: true, colour: 'free', isSystem: true, sortOrder: 10 }),
  status('with_client', 'Робота з клієнтами', {
    colour: 'talking',
    acceptsDirect: 'waiting',
    isSystem: true,
    sortOrder: 20,
  }),
  status('wrap_up', 'Обробка звернення', { colour: 'wrap_up', isSystem: true, sortOrder: 30 }),
  status('break', 'Перерва', { limitMinutes: 15, isSystem: true, sortOrder: 40 }),
  status('lunch', 'Обід', { acceptsDirect: 'no', isWorkingTime: false, isSystem: true, sortOrder: 50 }),
  status('absent', 'Відсутній', {
    acceptsDirect: 'no',
    colour: 'away',
    isWorkingTime: false,
    isSystem: true,
    sortOrder: 60,
  }),
  status('meeting', 'Нарада', { acceptsDirect: 'no', needsReason: true, sortOrder: 70 }),
  status('training', 'Навчання', { isActive: false, sortOrder: 80 }),
];

const taskStatus = (
  code: string,
  name: string,
  stage: TaskStatusView['stage'],
  percentDone: number,
): TaskStatusView => ({
  code,
  name,
  stage,
  percentDone,
  needsReason: false,
  sortOrder: 10,
  isActive: true,
  note: '',
  isSystem: true,
  isInitial: stage === 'created',
  isFinal: stage === 'closed' || stage === 'cancelled',
});
export const taskStatuses: readonly TaskStatusView[] = [
  taskStatus('new', 'Нова', 'created', 0),
  taskStatus('assigned', 'Призначена', 'assigned', 0),
  taskStatus('in_progress', 'Виконується', 'in_progress', 20),
  { ...taskStatus('on_hold', 'Відкладена', 'on_hold', 20), needsReason: true },
  taskStatus('done', 'Виконана', 'done', 100),
  { ...taskStatus('waiting_client', 'Чекаємо клієнта', 'on_hold', 50), isSystem: false },
];

const person = (personId: string, fullName: string, rest: Partial<PersonView>): PersonView => ({
  personId,
  fullName,
  email: 'oksana@dzvin.example',
  role: 'agent',
  position: 'оператор',
  phoneNumber: '+380 50 111 22 33',
  sipExtension: '101',
  directNumber: null,
  autoStartPhone: true,
  receiveCorporateMail: false,
  useStatusesForTelephony: true,
  openCardOnCall: true,
  autoCreateEvent: true,
  telephonyProjectId: null,
  telephonyProjectName: null,
  mailProjectId: null,
  mailProjectName: null,
  unitId: null,
  unitName: null,
  availableUnitIds: [],
  employeeId: personId,
  employeeName: fullName,
  employeePosition: 'оператор',
  isActive: true,
  ...rest,
});
export const people: readonly PersonView[] = [
  person(ids.galyna, 'Ґалина Їжак', { sipExtension: '106', email: 'galyna@dzvin.example' }),
  person(ids.lesia, 'Леся Гончар', { sipExtension: '105', email: 'lesia@dzvin.example', isActive: false }),
  person(ids.maria, 'Марія Коваль', { sipExtension: '103', email: 'maria@dzvin.example' }),
  person(ids.oksana, 'Оксана Мельник', {
    telephonyProjectId: ids.project,
    telephonyProjectName: 'Впровадження обліку 2026',
  }),
  person(ids.petro, 'Петро Сич', { sipExtension: '102', email: 'petro@dzvin.example' }),
  person(ids.taras, 'Тарас Бондар', { role: 'supervisor', sipExtension: null, email: 'taras@dzvin.example' }),
];

export const enterprises: readonly EnterpriseView[] = [
  {
    ...enterpriseDraft.parse({ code: '01', name: 'Зерно-Полісся', smtpHost: 'mail.zerno.example' }),
    enterpriseId: '00000000-0000-4000-8000-000000000501',
    parentName: null,
    hasMailPassword: true,
  },
];
export const employees: readonly EmployeeView[] = people.map(({ personId, fullName, email, position }) => ({
  ...employeeDraft.parse({ fullName, email, position, department: 'Контакт-центр' }),
  employeeId: personId,
  enterpriseId: '00000000-0000-4000-8000-000000000501',
  enterpriseName: 'Зерно-Полісся',
  hasMailboxPassword: false,
  mailLacks: ['mailbox_password'],
  personId,
  account: email,
}));

const line = (lineId: string, name: string, rest: Partial<LineView>): LineView => ({
  lineId,
  name,
  numbers: ['0800335500'],
  projectId: null,
  projectName: null,
  peopleCount: 7,
  ringSeconds: 20,
  queueLimitSeconds: 300,
  maxWaiting: 50,
  musicClass: 'default',
  reserveAfterSeconds: 30,
  prefersManager: true,
  prefersLastTalked: true,
  wrapUpSeconds: 30,
  priority: 0,
  targetSeconds: 20,
  shortAbandonSeconds: 5,
  minFreePeople: 0,
  isActive: true,
  ...rest,
});
export const lines: readonly LineView[] = [
  line(ids.support, 'Підтримка', { projectId: ids.project, projectName: 'Впровадження обліку 2026' }),
  line(ids.sales, 'Продажі', { numbers: ['0800335501', '+380442345678'], peopleCount: 2 }),
];

const changed = (
  entryId: string,
  change: Pick<HistoryRow, 'kind' | 'objectName' | 'field' | 'before' | 'after'>,
): HistoryRow => ({
  ...{
    entryId,
    changeId: entryId,
    at: new Date(openedAt - Number(entryId) * 3_600_000).toISOString(),
    objectId: entryId,
  },
  ...{ personId: ids.oksana, personName: 'Оксана Мельник', source: 'user', reason: '' },
  ...change,
});
export const history: readonly HistoryRow[] = [
  changed('1', {
    kind: 'client',
    objectName: 'ТОВ «Зерно-Полісся»',
    field: 'name',
    before: 'Зерно',
    after: 'ТОВ «Зерно-Полісся»',
  }),
  changed('2', {
    ...{ kind: 'client', objectName: 'ТОВ «Зерно-Полісся»', field: 'managerId', before: null },
    after: { code: ids.petro, text: 'Петро Сич' },
  }),
  changed('3', { kind: 'enterprise', objectName: 'Наша', field: 'password', before: null, after: { secret: true } }),
  changed('4', { kind: 'contact', objectName: 'Ірина Гнатюк', field: '*', before: null, after: true }),
];
export const historyRules: readonly HistoryRules[] = documentKinds.map((kind) => ({
  kind,
  fields: Object.entries(fieldsOf[kind]).map(([field, isKept]) => ({ field, isKept })),
  keepMonths: 0,
}));
