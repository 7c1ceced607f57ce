export { countTaskStatusUses } from './queries.ts';
export { type TaskApi, taskRoutes } from './routes.ts';
export type { SaveTaskDeps } from './save-task.ts';
