export { type Change, recordChange } from './record-change.ts';
export { type HistoryApi, historyRoutes } from './routes.ts';
export type { HistoryFields } from './what-changed.ts';
