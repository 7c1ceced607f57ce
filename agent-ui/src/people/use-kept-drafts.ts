import { useRef } from 'react';
import type { PersonValues } from './person-values.ts';

/** What was typed and not saved, by person: walking along the list loses nothing. */
export interface KeptDrafts {
  find(personId: string): PersonValues | undefined;
  keep(personId: string, values: PersonValues): void;
  forget(personId: string): void;
}

export function useKeptDrafts(): KeptDrafts {
  const kept = useRef(new Map<string, PersonValues>());
  return {
    find: (personId) => kept.current.get(personId),
    keep: (personId, values) => void kept.current.set(personId, values),
    forget: (personId) => void kept.current.delete(personId),
  };
}
