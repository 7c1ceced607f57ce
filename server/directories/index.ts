export {
  findEventType,
  findUserStatus,
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
