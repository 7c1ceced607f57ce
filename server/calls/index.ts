export { readCallParameters } from './call-parameters.ts';
export { CallerLookup } from './caller-lookup.ts';
export { Desk } from './desk.ts';
export { recentlyEndedCalls, rememberedCalls } from './ledger-queries.ts';
export { LedgerWriter } from './ledger-writer.ts';
export { PopLog } from './pop-log.ts';
export { matchPastCalls, notesOf } from './queries.ts';
export { type CallApi, callRoutes, type ParameterApi, parameterRoutes } from './routes.ts';
