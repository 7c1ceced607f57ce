import { taskStages } from '../../../server/directories/contract.ts';

export const parts = ['any', 'author', 'performer', 'controller'] as const;

/** The filter of the registry as it stands in the address, and what a new card begins with. */
export interface TaskSearch {
  readonly mine?: (typeof parts)[number];
  readonly performerId?: string;
  readonly controllerId?: string;
  readonly stage?: (typeof taskStages)[number];
  readonly overdue?: 'yes';
  readonly clientId?: string;
  readonly projectId?: string;
  readonly edit?: true;
  /** A new task on the basis of this event. */
  readonly fromEvent?: string;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const oneOf = <T extends string>(allowed: readonly T[], value: unknown) => allowed.find((one) => one === value);

/** An address is typed by people too: what does not fit is left out. */
export function parseTaskSearch(raw: Readonly<Record<string, unknown>>): TaskSearch {
  return withoutBlanks({
    mine: oneOf(parts, raw.mine),
    performerId: text(raw.performerId),
    controllerId: text(raw.controllerId),
    stage: oneOf(taskStages, raw.stage),
    overdue: oneOf(['yes'] as const, raw.overdue),
    clientId: text(raw.clientId),
    projectId: text(raw.projectId),
    edit: raw.edit === true ? (true as const) : undefined,
    fromEvent: text(raw.fromEvent),
  });
}

type Blankable<T> = { readonly [Key in keyof T]: T[Key] | undefined };

export function withoutBlanks(search: Blankable<TaskSearch>): TaskSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** What of the address filters the registry. */
export function filterOf({
  edit: _edit,
  fromEvent: _event,
  ...filter
}: TaskSearch): Omit<TaskSearch, 'edit' | 'fromEvent'> {
  return filter;
}
