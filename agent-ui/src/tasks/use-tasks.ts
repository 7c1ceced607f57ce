import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TaskView } from '../../../server/tasks/contract.ts';
import { usePages } from '../registry/use-pages.ts';
import { fetchPeopleChoices, fetchTask, fetchTaskStatuses, fetchTasks, type TaskQuery } from './api.ts';

const FRESH_MS = 15_000;
const cardKey = (taskId: string) => ['tasks', 'card', taskId] as const;

/** Tasks under a filter, page by page as they are scrolled. */
export function useTasks(filter: TaskQuery) {
  return usePages({
    queryKey: ['tasks', 'list', filter],
    fetchPage: (after) => fetchTasks({ ...filter, after }),
    refetchInterval: FRESH_MS,
  });
}

export function useTask(taskId: string) {
  const { data, error, refetch } = useQuery({
    queryKey: cardKey(taskId),
    queryFn: () => fetchTask(taskId),
    refetchInterval: FRESH_MS,
  });
  return { task: data, error, refetch: () => void refetch() };
}

/** Puts a fresh card in place and has the lists asked again; null: it was removed. */
export function useTakeTask() {
  const queries = useQueryClient();
  return (task: TaskView | null) => {
    if (task) queries.setQueryData(cardKey(task.taskId), task);
    void queries.invalidateQueries({ queryKey: ['tasks', 'list'] });
  };
}

/** Who may be named in a task or an event. */
export function usePersonChoices() {
  const { data } = useQuery({ queryKey: ['tasks', 'people'], queryFn: fetchPeopleChoices, staleTime: 60_000 });
  return (data?.rows ?? []).map(({ personId, personName }) => ({ value: personId, label: personName }));
}

export function useStatuses() {
  const { data } = useQuery({ queryKey: ['tasks', 'statuses'], queryFn: fetchTaskStatuses, staleTime: 60_000 });
  return data?.rows ?? [];
}
