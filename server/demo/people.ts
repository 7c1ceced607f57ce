import type { RoleCode } from '../access/contract.ts';
import { type PersonDraft, personDraft } from '../people/contract.ts';
import type { DemoProject } from './lines.ts';

/** Everybody of the demonstration signs in with it. Known to the world: never used outside the demonstration. */
export const demoPassword = 'dzvin-demo-1';

interface DemoPerson {
  readonly fullName: string;
  /** Before the `@`. */
  readonly mailbox: string;
  readonly role: RoleCode;
  readonly position: string;
  readonly sipExtension: string | null;
  readonly directNumber?: string;
  /** Null: the common pool. */
  readonly project: DemoProject | null;
  /** Whether signing in means being free for calls. */
  readonly startsFree: boolean;
}

/** Agents serve a line each; the manager waits in the common pool, which helps out; the supervisor takes calls only by choice. */
export const demoPeople: readonly [DemoPerson, ...DemoPerson[]] = [
  {
    fullName: 'Оксана Мельник',
    mailbox: 'oksana',
    role: 'agent',
    position: 'операторка',
    sipExtension: '101',
    directNumber: '0445001001',
    project: 'Підтримка',
    startsFree: true,
  },
  {
    fullName: 'Петро Сич',
    mailbox: 'petro',
    role: 'agent',
    position: 'оператор',
    sipExtension: '102',
    project: 'Підтримка',
    startsFree: true,
  },
  {
    fullName: 'Марія Коваль',
    mailbox: 'maria',
    role: 'agent',
    position: 'операторка відділу продажу',
    sipExtension: '103',
    project: 'Продажі',
    startsFree: true,
  },
  {
    fullName: 'Юрій Ткач',
    mailbox: 'yurii',
    role: 'manager',
    position: 'менеджер із роботи з клієнтами',
    sipExtension: '104',
    project: null,
    startsFree: true,
  },
  {
    fullName: 'Тарас Бондар',
    mailbox: 'taras',
    role: 'supervisor',
    position: 'супервізор',
    sipExtension: '105',
    project: null,
    startsFree: false,
  },
  {
    fullName: 'Галина Левченко',
    mailbox: 'halyna',
    role: 'head',
    position: 'керівниця контакт-центру',
    sipExtension: '110',
    project: null,
    startsFree: false,
  },
  {
    fullName: 'Лариса Дорош',
    mailbox: 'larysa',
    role: 'administrator',
    position: 'адміністраторка',
    sipExtension: null,
    project: null,
    startsFree: false,
  },
  {
    fullName: 'Ігор Паламар',
    mailbox: 'ihor',
    role: 'implementer',
    position: 'спеціаліст із впровадження',
    sipExtension: null,
    project: null,
    startsFree: false,
  },
];

export function emailOf({ mailbox }: Pick<DemoPerson, 'mailbox'>): string {
  return `${mailbox}@demo.example`;
}

export function toDraft(person: DemoPerson, projectIds: Readonly<Record<DemoProject, string>>): PersonDraft {
  const { fullName, role, position, sipExtension, directNumber = null, project, startsFree } = person;
  return personDraft.parse({
    fullName,
    email: emailOf(person),
    password: demoPassword,
    role,
    position,
    sipExtension,
    directNumber,
    telephonyProjectId: project && projectIds[project],
    autoStartPhone: startsFree,
  });
}
