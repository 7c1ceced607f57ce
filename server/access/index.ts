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
export { type SessionDeps, sessionOf, signedIn } from './signed-in.ts';
