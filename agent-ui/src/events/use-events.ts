import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type EventView, programMadeTypes } from '../../../server/events/contract.ts';
import { usePages } from '../registry/use-pages.ts';
import { type EventQuery, fetchEvent, fetchEvents, fetchEventTypes } from './api.ts';

const FRESH_MS = 15_000;
const cardKey = (eventId: string) => ['events', 'card', eventId] as const;

/** Events under a filter, page by page as they are scrolled. */
export function useEvents(filter: EventQuery) {
  return usePages({
    queryKey: ['events', 'list', filter],
    fetchPage: (after) => fetchEvents({ ...filter, after }),
    refetchInterval: FRESH_MS,
  });
}

export function useEvent(eventId: string) {
  const { data, error, refetch } = useQuery({
    queryKey: cardKey(eventId),
    queryFn: () => fetchEvent(eventId),
    refetchInterval: FRESH_MS,
  });
  return { event: data, error, refetch: () => void refetch() };
}

/** Puts a fresh card in place and has the lists asked again; null: it was removed. */
export function useTakeEvent() {
  const queries = useQueryClient();
  return (event: EventView | null) => {
    if (event) queries.setQueryData(cardKey(event.eventId), event);
    void queries.invalidateQueries({ queryKey: ['events', 'list'] });
  };
}

/** All types for the filter; `byHand` those a person may choose for a new event. */
export function useEventTypes() {
  const { data } = useQuery({ queryKey: ['events', 'types'], queryFn: fetchEventTypes, staleTime: 60_000 });
  const rows = data?.rows ?? [];
  const byHand = rows.filter(({ code, isActive }) => isActive && !programMadeTypes.some((made) => made === code));
  const toChoice = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
  return { all: rows.map(toChoice), byHand: byHand.map(toChoice) };
}
