export { type Saver, savedBy } from './actor.ts';
export { named, plainFields, typedSecret } from './plain-fields.ts';
export { deleteOutlived } from './queries.ts';
export { type Change, recordChange } from './record-change.ts';
export { type HistoryApi, historyRoutes } from './routes.ts';
export type { HistoryFields } from './what-changed.ts';
