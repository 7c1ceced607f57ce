export { deleteJournalRule, putRule, selectJournalRule } from './queries.ts';
export { type NumberingApi, numberingRoutes } from './routes.ts';
export { requireRule } from './save-rule.ts';
export { type DocumentToNumber, takeNumber } from './take-number.ts';
