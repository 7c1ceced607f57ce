/** The filter of the registry as it stands in the address. */
export interface EventSearch {
  readonly mine?: 'yes';
  readonly type?: string;
  readonly responsibleId?: string;
  readonly clientId?: string;
  readonly projectId?: string;
  readonly edit?: true;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** An address is typed by people too: what does not fit is left out. */
export function parseEventSearch(raw: Readonly<Record<string, unknown>>): EventSearch {
  return withoutBlanks({
    mine: raw.mine === 'yes' ? 'yes' : undefined,
    type: text(raw.type),
    responsibleId: text(raw.responsibleId),
    clientId: text(raw.clientId),
    projectId: text(raw.projectId),
    edit: raw.edit === true ? true : undefined,
  });
}

type Blankable<T> = { readonly [Key in keyof T]: T[Key] | undefined };

export function withoutBlanks(search: Blankable<EventSearch>): EventSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

export function filterOf({ edit: _edit, ...filter }: EventSearch): Omit<EventSearch, 'edit'> {
  return filter;
}
