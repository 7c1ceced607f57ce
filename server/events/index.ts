export { countEventTypeUses } from './queries.ts';
export { type EventApi, eventRoutes } from './routes.ts';
