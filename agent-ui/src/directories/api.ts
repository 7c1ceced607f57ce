import type {
  TaskStatusDraft,
  TaskStatusView,
  UserStatusDraft,
  UserStatusView,
} from '../../../server/directories/contract.ts';
import { request } from '../live/request.ts';

/** The same four routes for each directory. */
interface Directory<Draft, View> {
  readonly list: () => Promise<{ rows: readonly View[] }>;
  readonly create: (draft: Draft) => Promise<View>;
  readonly change: (code: string, draft: Draft) => Promise<View>;
  readonly remove: (code: string) => Promise<undefined>;
}

const directoryAt = <Draft, View>(path: string): Directory<Draft, View> => ({
  list: () => request('GET', path),
  create: (body) => request('POST', path, { body }),
  change: (code, body) => request('PUT', `${path}/${encodeURIComponent(code)}`, { body }),
  remove: (code) => request('DELETE', `${path}/${encodeURIComponent(code)}`),
});

export const userStatusDirectory = directoryAt<UserStatusDraft, UserStatusView>('/api/directories/user-statuses');
export const taskStatusDirectory = directoryAt<TaskStatusDraft, TaskStatusView>('/api/directories/task-statuses');
export type { Directory };
