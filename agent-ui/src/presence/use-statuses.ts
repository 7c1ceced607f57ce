import { useQuery } from '@tanstack/react-query';
import { fetchStatuses } from './api.ts';

/** The directory of user statuses, read once and kept: it changes a few times a year. */
export function useStatuses() {
  const { data } = useQuery({ queryKey: ['user-statuses'], queryFn: fetchStatuses, staleTime: 300_000 });
  return data?.rows ?? none;
}
const none: readonly never[] = [];

/** Those a person may choose, in the order of the directory: the first nine answer to Alt+1…9. */
export function useChoosableStatuses() {
  return useStatuses().filter((status) => status.isActive && status.isSetByHand);
}
