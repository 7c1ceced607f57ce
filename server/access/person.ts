import type { Deed, RoleCode } from './contract.ts';

/** Who is asking. Routes and use cases get it from the session, never from the request's body. */
export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly role: RoleCode;
  readonly deeds: readonly Deed[];
}

/** What a route behind sign-in finds on its context: `new Hono<Signed>()`, then `c.var.person`. */
export interface Signed {
  Variables: { person: Person; signed: SignedPerson };
}

/** Who sits behind a session. Their account is active: others have no session. */
export interface SignedPerson {
  readonly sessionId: string;
  readonly person: Person;
  readonly facts: PersonFacts;
}

/** What the slice that keeps people tells about an account. */
export interface PersonFacts {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleCode;
  readonly isActive: boolean;
  readonly extension: string | null;
  readonly usesStatuses: boolean;
  readonly openCardOnCall: boolean;
  readonly language: 'uk' | 'en';
}
