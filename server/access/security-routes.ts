import { Hono } from 'hono';
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { transaction } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { valid } from '../platform/valid.ts';
import { codeProof, type OwnSessionView, passwordProof, type SecurityView, signInPolicy } from './contract.ts';
import { guard } from './guard.ts';
import type { Signed } from './person.ts';
import {
  deleteSecondFactor,
  endOtherSessions,
  endSession,
  endSessions,
  hasSecondFactor,
  type StoredSession,
  selectSessions,
  selectSignInPolicy,
  updateSignInPolicy,
} from './queries.ts';
import type { Session, SignIn } from './sign-in.ts';
import { putCookies } from './signed-in.ts';

export interface SecurityDeps {
  readonly database: Database;
  readonly signIn: SignIn;
  /** Told after it has happened. Without `sessionId`: all sessions of the person. */
  readonly sessionsEnded: (personId: string, sessionId?: string) => void;
}

const sessionKey = z.object({ sessionId: z.uuid() });
const personKey = z.object({ personId: z.uuid() });

/** `/api/security`, behind sign-in: everybody's own account, so no deed is asked for. */
export function securityRoutes(deps: SecurityDeps) {
  const { database, signIn, sessionsEnded } = deps;
  const endOthers = async ({ personId, sessionId }: Pick<Session, 'personId' | 'sessionId'>) => {
    for (const ended of await endOtherSessions(database, personId, sessionId)) sessionsEnded(personId, ended);
  };
  return new Hono<Signed>()
    .get('/', async (c) => {
      const { sessionId, person } = c.var.signed;
      const sessions = await selectSessions(database, person.personId);
      const isOn = await hasSecondFactor(database, person.personId);
      return c.json<SecurityView>({
        hasSecondFactor: isOn,
        sessions: sessions.map((session) => toView(session, sessionId)),
      });
    })
    .post('/second-factor', valid('json', passwordProof), async (c) =>
      c.json(await signIn.setUpSecondFactor(c.req.valid('json').password, c.req.raw.headers)),
    )
    .post('/second-factor/confirm', valid('json', codeProof), async (c) => {
      const session = await signIn.confirmSecondFactor(c.req.valid('json').code, c.req.raw.headers);
      await endOthers(session);
      return putCookies(c, session.setCookies).body(null, 204);
    })
    .delete('/second-factor', valid('json', passwordProof), async (c) => {
      const cookies = await signIn.dropSecondFactor(c.req.valid('json').password, c.req.raw.headers);
      return putCookies(c, cookies).body(null, 204);
    })
    .delete('/sessions', async (c) => {
      await endOthers({ personId: c.var.person.personId, sessionId: c.var.signed.sessionId });
      return c.body(null, 204);
    })
    .delete('/sessions/:sessionId', valid('param', sessionKey), async (c) => {
      const { personId } = c.var.person;
      const { sessionId } = c.req.valid('param');
      if (!(await endSession(database, personId, sessionId))) throw new Refusal('not_found', { what: 'session' });
      sessionsEnded(personId, sessionId);
      return c.body(null, 204);
    });
}

/** `/api/sign-in-policy`, behind sign-in: the firm's rules, and what an administrator does for others. */
export function signInPolicyRoutes({ database, sessionsEnded }: SecurityDeps) {
  return new Hono<Signed>()
    .get('/', guard('sign_in.edit'), async (c) => c.json(await selectSignInPolicy(database)))
    .put('/', guard('sign_in.edit'), valid('json', signInPolicy), async (c) => {
      await updateSignInPolicy(database, c.req.valid('json'));
      return c.json(c.req.valid('json'));
    })
    .delete('/people/:personId/sessions', guard('sign_in.edit'), valid('param', personKey), async (c) => {
      const { personId } = c.req.valid('param');
      await endSessions(database, personId);
      sessionsEnded(personId);
      return c.body(null, 204);
    })
    .delete('/people/:personId/second-factor', guard('sign_in.edit'), valid('param', personKey), async (c) => {
      const { personId } = c.req.valid('param');
      await transaction(database, async (sql) => {
        await deleteSecondFactor(sql, personId);
        await endSessions(sql, personId);
      });
      sessionsEnded(personId);
      return c.body(null, 204);
    });
}

function toView({ signedInAt, lastSeenAt, ...session }: StoredSession, thisId: string): OwnSessionView {
  return {
    ...session,
    isThisOne: session.sessionId === thisId,
    signedInAt: signedInAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  };
}
