import type { Deed } from './contract.ts';

/** The tabs of «Керування доступом», in their order (D-15). */
export const rightTabs = ['documents', 'journals', 'parameters', 'settings', 'units'] as const;
export type RightTab = (typeof rightTabs)[number];

export const operations = ['view', 'create', 'edit', 'delete'] as const;
export type Operation = (typeof operations)[number];

/** Whose things a right reaches, from the narrowest to the widest. «Немає» is no reach but no right. */
export const reaches = ['own', 'department', 'unit', 'all'] as const;
export type Reach = (typeof reaches)[number];

interface Subject {
  readonly tab: RightTab;
  /** What a route asks for when the right is there. */
  readonly deeds: Readonly<Partial<Record<Operation, readonly Deed[]>>>;
  /** «Перегляд» and «зміна» say whose. */
  readonly hasReach?: true;
  /** One row per journal or unit: the right is given for each of them. */
  readonly perTarget?: true;
}

/**
 * Everything a right can be given for: rows of the five tabs in their order. A deed stands in exactly one place, a test
 * sees to it. A new deed gets its row here, and its roles in `role-deeds.ts`.
 */
export const rightSubjects = {
  clients: {
    tab: 'documents',
    hasReach: true,
    deeds: {
      view: ['clients.view'],
      create: ['clients.create'],
      edit: ['clients.edit'],
      delete: ['clients.delete'],
    },
  },
  contacts: { tab: 'documents', deeds: { create: ['contacts.create'] } },
  projects: {
    tab: 'documents',
    hasReach: true,
    deeds: {
      view: ['projects.view'],
      create: ['projects.create'],
      edit: ['projects.edit'],
      delete: ['projects.delete'],
    },
  },
  events: {
    tab: 'documents',
    hasReach: true,
    deeds: { view: ['events.view'], create: ['events.create'], edit: ['events.edit'], delete: ['events.delete'] },
  },
  tasks: {
    tab: 'documents',
    hasReach: true,
    deeds: { view: ['tasks.view'], create: ['tasks.create'], edit: ['tasks.edit'], delete: ['tasks.delete'] },
  },
  calls: { tab: 'documents', hasReach: true, deeds: { view: ['calls.view_own', 'calls.view_all'] } },
  journal: { tab: 'journals', perTarget: true, deeds: { view: [], create: [], edit: [], delete: [] } },
  people: { tab: 'parameters', deeds: { view: ['people.view'], edit: ['people.edit'] } },
  lines: { tab: 'parameters', deeds: { view: ['lines.view'], edit: ['lines.edit'] } },
  parameters: { tab: 'parameters', deeds: { view: ['parameters.view'], edit: ['parameters.edit'] } },
  sign_in: { tab: 'parameters', deeds: { edit: ['sign_in.edit'] } },
  desk: { tab: 'settings', deeds: { view: ['desk.use'] } },
  board: { tab: 'settings', deeds: { view: ['board.view'] } },
  presence: { tab: 'settings', deeds: { edit: ['presence.set_others'] } },
  directories: { tab: 'settings', deeds: { view: ['directories.view'], edit: ['directories.edit'] } },
  calculations: { tab: 'settings', deeds: { view: ['calculations.view'], edit: ['calculations.edit'] } },
  history: { tab: 'settings', deeds: { view: ['history.view'], edit: ['history.edit'] } },
  employees: { tab: 'settings', deeds: { view: ['employees.view'], edit: ['employees.edit'] } },
  enterprises: { tab: 'settings', deeds: { view: ['enterprises.view'], edit: ['enterprises.edit'] } },
  access: { tab: 'settings', deeds: { view: ['access.view'], edit: ['access.edit'] } },
  view_as: { tab: 'settings', deeds: { view: ['access.view_as'] } },
  self_check: { tab: 'settings', deeds: { view: ['self_check.view'] } },
  unit: { tab: 'units', perTarget: true, deeds: { view: [], edit: [] } },
} as const satisfies Readonly<Record<string, Subject>>;

export type SubjectName = keyof typeof rightSubjects;

/** `clients.view`: a row and a column of a tab. Stored in `access_rules.right_key`. */
export type RightKey = `${SubjectName}.${Operation}`;

export interface Right {
  readonly key: RightKey;
  readonly subject: SubjectName;
  readonly operation: Operation;
  readonly tab: RightTab;
  readonly deeds: readonly Deed[];
  readonly hasReach: boolean;
  readonly perTarget: boolean;
}

/** Every right there is, row by row. */
export const rights: readonly Right[] = Object.entries<Subject>(rightSubjects).flatMap(([name, subject]) =>
  operations.flatMap((operation) => {
    const deeds = subject.deeds[operation];
    if (deeds === undefined || !isSubject(name)) return [];
    const hasReach = subject.hasReach === true && (operation === 'view' || operation === 'edit');
    const perTarget = subject.perTarget === true;
    return [{ key: `${name}.${operation}`, subject: name, operation, tab: subject.tab, deeds, hasReach, perTarget }];
  }),
);

const byKey: ReadonlyMap<string, Right> = new Map(rights.map((right) => [right.key, right]));

export function findRight(key: string): Right | null {
  return byKey.get(key) ?? null;
}

function isSubject(name: string): name is SubjectName {
  return Object.hasOwn(rightSubjects, name);
}
