import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PersonView } from '../../../server/people/contract.ts';
import { useMay } from '../app/session.tsx';
import { fetchPeople, fetchProjects } from './api.ts';

const none: readonly PersonView[] = [];

export const peopleKey = ['people'] as const;

/** Everybody, by name; nobody for those who may not see the list. */
export function usePeople() {
  const mayView = useMay('people.view');
  const { data, error, refetch } = useQuery({
    queryKey: peopleKey,
    queryFn: fetchPeople,
    enabled: mayView,
    staleTime: 60_000,
  });
  return { people: data?.rows, error, refetch: () => void refetch() };
}

export function usePeopleChoices() {
  const { people = none } = usePeople();
  return people.map(({ personId, fullName }) => ({ value: personId, label: fullName }));
}

export function useProjectChoices() {
  const { data } = useQuery({ queryKey: ['projects'], queryFn: fetchProjects, staleTime: 60_000 });
  return (data?.rows ?? []).map(({ projectId, name }) => ({ value: projectId, label: name }));
}

/** Names of people by id: from the list where it may be seen, else from those already named on the page. */
export function usePersonNames(known: readonly { readonly personId: string; readonly personName: string }[]) {
  const { people = none } = usePeople();
  return useCallback(
    (personId: string) =>
      people.find((one) => one.personId === personId)?.fullName ??
      known.find((one) => one.personId === personId)?.personName ??
      '—',
    [people, known],
  );
}
