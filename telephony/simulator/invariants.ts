import { fairnessInvariants } from './fairness-invariants.ts';
import type { Invariant } from './invariant.ts';
import { ledgerInvariants } from './ledger-invariants.ts';
import { pbxInvariants } from './pbx-invariants.ts';

/** Everything that must hold in every story. */
export const invariants: readonly Invariant[] = [...ledgerInvariants, ...fairnessInvariants, ...pbxInvariants];
