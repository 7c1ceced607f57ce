import { textIn, withoutBlanks } from '../ui/search-values.ts';

/** The filter of the registry as it stands in the address. */
export interface EventSearch {
  readonly mine?: 'yes';
  readonly type?: string;
  readonly responsibleId?: string;
  readonly clientId?: string;
  readonly projectId?: string;
  readonly edit?: true;
}

/** The filter out of an address. */
export function parseEventSearch(raw: Readonly<Record<string, unknown>>): EventSearch {
  return withoutBlanks<EventSearch>({
    mine: raw.mine === 'yes' ? 'yes' : undefined,
    type: textIn(raw.type),
    responsibleId: textIn(raw.responsibleId),
    clientId: textIn(raw.clientId),
    projectId: textIn(raw.projectId),
    edit: raw.edit === true ? true : undefined,
  });
}

export function filterOf({ edit: _edit, ...filter }: EventSearch): Omit<EventSearch, 'edit'> {
  return filter;
}
