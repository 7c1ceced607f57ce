import { useQuery } from '@tanstack/react-query';
import { useMay } from '../app/session.tsx';
import { fetchLines } from './api.ts';

export const linesKey = ['lines'] as const;

/** The lines; nothing for those who may not see them. */
export function useLines() {
  const mayView = useMay('lines.view');
  const { data, error, refetch } = useQuery({
    queryKey: linesKey,
    queryFn: fetchLines,
    enabled: mayView,
    staleTime: 60_000,
  });
  return { lines: data?.rows, error, refetch: () => void refetch() };
}

export function useLineChoices() {
  const { lines = [] } = useLines();
  return lines.map(({ lineId, name }) => ({ value: lineId, label: name }));
}
