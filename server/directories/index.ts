export { findUserStatus, statusRules } from './queries.ts';
export type { RegistryDeps } from './registry.ts';
export { type TaskStatusApi, taskStatusRoutes, type UserStatusApi, userStatusRoutes } from './routes.ts';
