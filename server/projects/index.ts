export { insertProject, isActiveProject } from './queries.ts';
export { type ProjectApi, projectRoutes } from './routes.ts';
