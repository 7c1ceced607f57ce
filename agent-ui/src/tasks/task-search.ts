import { taskStages } from '../../../server/directories/contract.ts';
import { oneOf, textIn, withoutBlanks } from '../ui/search-values.ts';

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

/** The filter out of an address. */
export function parseTaskSearch(raw: Readonly<Record<string, unknown>>): TaskSearch {
  return withoutBlanks<TaskSearch>({
    mine: oneOf(parts, raw.mine),
    performerId: textIn(raw.performerId),
    controllerId: textIn(raw.controllerId),
    stage: oneOf(taskStages, raw.stage),
    overdue: oneOf(['yes'] as const, raw.overdue),
    clientId: textIn(raw.clientId),
    projectId: textIn(raw.projectId),
    edit: raw.edit === true ? (true as const) : undefined,
    fromEvent: textIn(raw.fromEvent),
  });
}

/** What of the address filters the registry. */
export function filterOf({
  edit: _edit,
  fromEvent: _event,
  ...filter
}: TaskSearch): Omit<TaskSearch, 'edit' | 'fromEvent'> {
  return filter;
}
