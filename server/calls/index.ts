export { readCallParameters, saveCallParameters } from './call-parameters.ts';
export { type CallerKnown, CallerLookup, type CallerLookupDeps } from './caller-lookup.ts';
export { Desk, type DeskDeps, type DeskFacts, type TellDesk } from './desk.ts';
export { type KeepNoteDeps, keepNote } from './keep-note.ts';
export { type CallLink, recentlyEndedCalls, rememberedCalls } from './ledger-queries.ts';
export { LedgerWriter, type LedgerWriterDeps } from './ledger-writer.ts';
export { type LinkClientDeps, linkClient } from './link-client.ts';
export { type CallPage, listCalls, showCall } from './list-calls.ts';
export { PopLog, type PopLogDeps } from './pop-log.ts';
export { matchPastCalls, notesOf } from './queries.ts';
export {
  type CallApi,
  type CallRouteDeps,
  callRoutes,
  type ParameterApi,
  type ParameterRouteDeps,
  parameterRoutes,
} from './routes.ts';
export { whyNotLogged } from './why-not-logged.ts';
