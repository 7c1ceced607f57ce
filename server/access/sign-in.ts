import { hkdfSync } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { Kysely } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import type { PasswordChange, SignInDraft } from './contract.ts';
import { hashPassword, isPassword } from './password.ts';

/** A session that was found good. `setCookies` go into the answer: the cookie lives on as long as the session does. */
export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly setCookies: readonly string[];
}

/** Everything the product asks of better-auth; the only file that knows it. */
export interface SignIn {
  /** @throws Refusal `sign_in_failed`, whatever was wrong: an outsider learns nothing about who has an account */
  signIn(draft: SignInDraft, headers: Headers): Promise<Session>;
  /** @returns the cookies that forget the session; ordinary when there is none */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Ends the other sessions of the person. @throws Refusal `wrong_password` (field `currentPassword`) */
  changePassword(change: PasswordChange, headers: Headers): Promise<readonly string[]>;
  /** @returns null when nobody is signed in with these headers */
  session(headers: Headers): Promise<Session | null>;
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
export const SESSION_SECONDS = 7 * DAY_SECONDS;

export function openSignIn(deps: SignInDeps): SignIn {
  const auth = configure(deps);
  return {
    signIn: async (body, headers) => {
      const { response, headers: answer } = await auth.api
        .signInEmail({ body, headers, returnHeaders: true })
        .catch(refuseAs('sign_in_failed'));
      const setCookies = answer.getSetCookie();
      const session = await auth.api.getSession({ headers: new Headers({ cookie: cookiesBack(setCookies) }) });
      if (session === null) throw new Error(`the session of ${response.user.id} was gone at once`);
      return { sessionId: session.session.id, personId: session.user.id, setCookies };
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
      return { sessionId: found.session.id, personId: found.user.id, setCookies: answer.getSetCookie() };
    },
  };
}

function configure({ database, key, isHttps, log, mayHaveSession }: SignInDeps) {
  return betterAuth({
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
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: DAY_SECONDS },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    databaseHooks: { session: { create: { before: async ({ userId }) => mayHaveSession(userId) } } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ part: 'better-auth' }, message) },
  });
}

/** The library's "no" becomes ours; a fault stays one. */
function refuseAs(code: 'sign_in_failed' | 'wrong_password', field: string | null = null) {
  return (error: unknown): never => {
    const isNo = error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
    throw isNo ? new Refusal(code, {}, field) : error;
  };
}

/** What a browser would send back: name and value without the attributes. */
function cookiesBack(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
