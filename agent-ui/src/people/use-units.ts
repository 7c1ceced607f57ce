import { useQuery } from '@tanstack/react-query';
import type { UnitChoice } from '../../../server/enterprises/contract.ts';
import { request } from '../live/request.ts';

export const unitsKey = ['units'] as const;

interface Units {
  readonly isCentralised: boolean;
  readonly rows: readonly UnitChoice[];
}
const none: Units = { isCentralised: false, rows: [] };

/** The structural units to choose from, deeper ones set in; whether they are asked for at all (D-10). */
export function useUnits() {
  const { data = none } = useQuery({
    queryKey: unitsKey,
    queryFn: () => request<Units>('GET', '/api/units'),
    staleTime: 60_000,
  });
  const choices = data.rows.map(({ unitId, name, depth }) => ({
    value: unitId,
    label: `${'\u2003'.repeat(depth)}${name}`,
  }));
  return { isCentralised: data.isCentralised, choices };
}
