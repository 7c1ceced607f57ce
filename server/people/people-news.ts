import type { SetUp } from '../../telephony/index.ts';
import type { PhoneChange } from './phone-change.ts';

/** Told after the commit. What listens must not throw: a PBX that is away gets the phones when it is back. */
export interface PeopleNews {
  /** For the hot line. */
  personChanged(change: Extract<SetUp, { kind: 'put_person' | 'remove_person' }>): void;
  /** For the PBX. Not told when nothing changed. */
  phonesChanged(change: PhoneChange): void;
  /** The person was signed out everywhere. */
  sessionsEnded(personId: string): void;
}
