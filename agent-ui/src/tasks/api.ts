import type { TaskStatusView } from '../../../server/directories/contract.ts';
import type {
  PersonChoice,
  TaskChange,
  TaskDraft,
  TaskMove,
  TaskPage,
  TaskView,
} from '../../../server/tasks/contract.ts';
import { request } from '../live/request.ts';

export type TaskQuery = Readonly<Record<string, string | number | undefined>>;

export const fetchTasks = (query: TaskQuery) => request<TaskPage>('GET', '/api/tasks', { query });
export const fetchTask = (taskId: string) => request<TaskView>('GET', `/api/tasks/${taskId}`);
export const createTask = (draft: TaskDraft) => request<TaskView>('POST', '/api/tasks', { body: draft });
export const changeTask = (taskId: string, change: TaskChange) =>
  request<TaskView>('PUT', `/api/tasks/${taskId}`, { body: change });
export const moveTask = (taskId: string, move: TaskMove) =>
  request<TaskView>('POST', `/api/tasks/${taskId}/move`, { body: move });
export const markPart = (taskId: string, isDone: boolean) =>
  request<TaskView>('PUT', `/api/tasks/${taskId}/part`, { body: { isDone } });
export const commentTask = (taskId: string, text: string) =>
  request<TaskView>('POST', `/api/tasks/${taskId}/comments`, { body: { text } });
export const removeTask = (taskId: string) => request<undefined>('DELETE', `/api/tasks/${taskId}`);
export const fetchPeopleChoices = () => request<{ rows: PersonChoice[] }>('GET', '/api/tasks/people');
export const fetchTaskStatuses = () => request<{ rows: TaskStatusView[] }>('GET', '/api/directories/task-statuses');
