import { hkdfSync } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { Refusal, type RefusalCode } from '../platform/refusal.ts';
import type { PasswordChange, SecondFactorSetUp, SecondStep, SignInDraft } from './contract.ts';
import { hashPassword, isPassword } from './password.ts';
import { takeCode, touchSession } from './queries.ts';

/** A session that was found good. `setCookies` go into the answer: the cookie lives on as long as the session does. */
export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly setCookies: readonly string[];
}

/** Everything the product asks of better-auth; the only file that knows it. */
export interface SignIn {
  /** @throws Refusal `sign_in_failed`, whatever was wrong: an outsider learns nothing about who has an account */
  signIn(draft: SignInDraft, headers: Headers): Promise<Session | CodeNeeded>;
  /**
   * After `signIn` asked for a code. Five wrong ones end the step.
   *
   * @throws Refusal `code_wrong`, `code_used` (field `code`); `second_step_over`: the password has to be typed again
   */
  secondStep(step: SecondStep, headers: Headers): Promise<Session>;
  /** Nothing holds until `confirmSecondFactor`. @throws Refusal `wrong_password`, `second_factor_there` */
  setUpSecondFactor(password: string, headers: Headers): Promise<SecondFactorSetUp>;
  /** The session is replaced by the one returned. @throws Refusal `code_wrong` */
  confirmSecondFactor(code: string, headers: Headers): Promise<Session>;
  /** @throws Refusal `wrong_password` */
  dropSecondFactor(password: string, headers: Headers): Promise<readonly string[]>;
  /** @returns the cookies that forget the session; ordinary when there is none */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Ends the other sessions of the person. @throws Refusal `wrong_password` (field `currentPassword`) */
  changePassword(change: PasswordChange, headers: Headers): Promise<readonly string[]>;
  /** @returns null when nobody is signed in with these headers */
  session(headers: Headers): Promise<Session | null>;
}

/** The password was right, a code is still to come; `setCookies` remember for ten minutes whose. */
export interface CodeNeeded {
  readonly needsCode: true;
  readonly setCookies: readonly string[];
}

interface SignInDeps {
  readonly database: Database;
  /** The product's key, 64 hexadecimal digits: the cookies' own is derived from it. */
  readonly key: string;
  /** True: cookies only travel over https. */
  readonly isHttps: boolean;
  readonly log: Log;
  /** Asked before a session is made: a closed account cannot sign in. */
  readonly mayHaveSession: (personId: string) => Promise<boolean>;
}

const DAY_SECONDS = 24 * 60 * 60;
const SEEN_EVERY_MS = 60_000;
const MANY_SESSIONS = 10_000;
export const ADDRESS_HEADER = 'x-dzvin-address';
export const SESSION_SECONDS = 7 * DAY_SECONDS;

export function openSignIn(deps: SignInDeps): SignIn {
  const auth = configure(deps);
  const seen = noteSeen(deps);
  const sessionWith = async (setCookies: readonly string[]): Promise<Session> => {
    const found = await auth.api.getSession({ headers: new Headers({ cookie: cookiesBack(setCookies) }) });
    if (found === null) throw new Error('a new session was gone at once');
    return { sessionId: found.session.id, personId: found.user.id, setCookies };
  };
  return {
    signIn: async (body, headers) => {
      const { response, headers: answer } = await auth.api
        .signInEmail({ body, headers, returnHeaders: true })
        .catch(refuseAs('sign_in_failed'));
      const setCookies = answer.getSetCookie();
      return 'twoFactorRedirect' in response ? { needsCode: true, setCookies } : sessionWith(setCookies);
    },
    secondStep: async ({ kind, code }, headers) => {
      const asked = { body: { code }, headers, returnHeaders: true } as const;
      const { headers: answer } = await (kind === 'totp'
        ? auth.api.verifyTOTP(asked)
        : auth.api.verifyBackupCode(asked)
      ).catch(refuseStep);
      const session = await sessionWith(answer.getSetCookie());
      // A backup code is used up by the library itself.
      if (kind === 'backup' || (await takeCode(deps.database, session.personId, code))) return session;
      await auth.api.signOut({ headers: new Headers({ cookie: cookiesBack(session.setCookies) }) });
      throw new Refusal('code_used', {}, 'code');
    },
    setUpSecondFactor: async (password, headers) => {
      const made = await auth.api.enableTwoFactor({ body: { password }, headers }).catch(refuseSetUp);
      if (made.method !== 'totp') throw new Error(`a second factor of the kind ${made.method}`);
      return { uri: made.totpURI, backupCodes: made.backupCodes };
    },
    confirmSecondFactor: async (code, headers) => {
      const { headers: answer } = await auth.api
        .verifyTOTP({ body: { code }, headers, returnHeaders: true })
        .catch(refuseAs('code_wrong', 'code'));
      const setCookies = answer.getSetCookie();
      // Confirmed already: the session stays.
      if (setCookies.length === 0) throw new Refusal('second_factor_there');
      const session = await sessionWith(setCookies);
      await takeCode(deps.database, session.personId, code);
      return session;
    },
    dropSecondFactor: async (password, headers) => {
      const { headers: answer } = await auth.api
        .disableTwoFactor({ body: { password }, headers, returnHeaders: true })
        .catch(refuseAs('wrong_password', 'password'));
      return answer.getSetCookie();
    },
    signOut: async (headers) => (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
    changePassword: async (change, headers) => {
      const body = { ...change, revokeOtherSessions: true };
      const { headers: answer } = await auth.api
        .changePassword({ body, headers, returnHeaders: true })
        .catch(refuseAs('wrong_password', 'currentPassword'));
      return answer.getSetCookie();
    },
    session: async (headers) => {
      const { response: found, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true });
      if (found === null) return null;
      seen(found.session.id);
      return { sessionId: found.session.id, personId: found.user.id, setCookies: answer.getSetCookie() };
    },
  };
}

function configure({ database, key, isHttps, log, mayHaveSession }: SignInDeps) {
  return betterAuth({
    appName: 'Dzvin',
    // Only decides whether cookies are `Secure`: the library makes no links and answers no request by itself here.
    baseURL: isHttps ? 'https://localhost' : 'http://localhost',
    secret: Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), '', 'dzvin sign-in', 32)).toString('hex'),
    database: {
      db: new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: database }) }).withSchema('auth'),
      type: 'postgres',
    },
    advanced: {
      cookiePrefix: 'dzvin',
      // Our migration makes the tables and a test signs in; the library's check at the start would not look into `auth`.
      database: { generateId: 'uuid', validateSchema: false },
      // Our routes put the socket's address there; what the browser claims is overwritten.
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: DAY_SECONDS },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // `whyNotPassword` is the rule; this only keeps the library from adding one of its own.
      minPasswordLength: 8,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    databaseHooks: { session: { create: { before: async ({ userId }) => mayHaveSession(userId) } } },
    // Tries are counted by `FailedTries`, per address; a step has five by itself.
    plugins: [twoFactor({ issuer: 'Dzvin', accountLockout: { enabled: false } })],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ part: 'better-auth' }, message) },
  });
}

/** The library's "no" becomes ours; a fault stays one. */
function refuseAs(code: RefusalCode, field: string | null = null) {
  return (error: unknown): never => {
    const isNo = error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
    throw isNo ? new Refusal(code, {}, field) : error;
  };
}

function refuseStep(error: unknown): never {
  const isOver = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'].includes(codeIn(error));
  return isOver ? refuseAs('second_step_over')(error) : refuseAs('code_wrong', 'code')(error);
}

function refuseSetUp(error: unknown): never {
  if (codeIn(error) === 'TOTP_ALREADY_ENABLED') throw new Refusal('second_factor_there');
  return refuseAs('wrong_password', 'password')(error);
}

/** The library's own name of what went wrong; empty when it has none. */
function codeIn(error: unknown): string {
  if (!(error instanceof Error) || !('body' in error)) return '';
  const { body } = error;
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}

/** Writes when a session was used, once a minute at most and with nobody waiting. */
function noteSeen({ database, log }: SignInDeps) {
  const writtenAt = new Map<string, number>();
  return (sessionId: string) => {
    const now = performance.now();
    if (now - (writtenAt.get(sessionId) ?? Number.NEGATIVE_INFINITY) < SEEN_EVERY_MS) return;
    if (writtenAt.size > MANY_SESSIONS) writtenAt.clear();
    writtenAt.set(sessionId, now);
    touchSession(database, sessionId).catch((err) => log.warn({ err, sessionId }, 'use of a session not noted'));
  };
}

/** What a browser would send back: name and value without the attributes. */
function cookiesBack(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
