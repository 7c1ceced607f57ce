import type { Person } from '../access/index.ts';
import type { Change } from './record-change.ts';

/** Who saves, as the history says; null: the program itself, with what it ships. */
export type Saver = Pick<Person, 'personId'> | null;

export const savedBy = (by: Saver): Change['actor'] => ({ personId: by?.personId ?? null, source: 'user' });
