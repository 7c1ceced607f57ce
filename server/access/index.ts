export {
  type AccessBook,
  type LoadedAccessBook,
  openAccessBook,
  shippedAccessBook,
} from './access-book.ts';
export { type AccessApi, type AccessControlDeps, accessRoutes } from './access-routes.ts';
export type { PersonRights } from './effective-rights.ts';
export { type FailedTries, limitFailedTries } from './failed-tries.ts';
export { deedOfGuard, guard } from './guard.ts';
export { deedsOf, may, requireDeed } from './may.ts';
export { hashPassword } from './password.ts';
export type { Person, PersonFacts, Signed, SignedPerson } from './person.ts';
export {
  type AccountDraft,
  countSessions,
  endSessions,
  findAccountByEmail,
  hasFirstPassword,
  insertAccount,
  putPassword,
  selectSignInPolicy,
  updateAccount,
} from './queries.ts';
export { type ReachKey, reachOf, readable } from './readable.ts';
export { requireGoodPassword } from './require-good-password.ts';
export {
  type AccessDeps,
  type SessionApi,
  type SessionNews,
  type SignInApi,
  sessionRoutes,
  signInRoutes,
} from './routes.ts';
export { type SecurityDeps, securityRoutes, signInPolicyRoutes } from './security-routes.ts';
export { openSignIn, type SignIn } from './sign-in.ts';
export { type SessionDeps, sessionOf, signedIn, toPerson } from './signed-in.ts';
