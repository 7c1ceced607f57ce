import type { Person } from '../access/index.ts';
import type { Change } from './record-change.ts';

/** Who saves, as the history says; null: the program itself, with what it ships. */
export type Saver = { readonly personId: Person['personId'] | null } | null;

export const savedBy = (by: Saver): Change['actor'] => ({ personId: by?.personId ?? null, source: 'user' });
