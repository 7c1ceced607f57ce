export {
  findEventType,
  findUserStatus,
  selectEventTypes as listEventTypes,
  selectTaskStatuses as listTaskStatuses,
  statusRules,
} from './queries.ts';
export type { RegistryDeps } from './registry.ts';
export {
  type EventTypeApi,
  eventTypeRoutes,
  type TaskStatusApi,
  taskStatusRoutes,
  type UserStatusApi,
  userStatusRoutes,
} from './routes.ts';
