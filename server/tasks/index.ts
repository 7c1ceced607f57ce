export { countTaskStatusUses, type DueTask, listDueTasks } from './queries.ts';
export { type TaskApi, taskRoutes } from './routes.ts';
export type { SaveTaskDeps } from './save-task.ts';
