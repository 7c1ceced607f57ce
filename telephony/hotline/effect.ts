import type { PbxCommand } from '../pbx.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** What the world has to do after a step, in this order. `step` itself does none of it. */
export type Effect =
  | { readonly kind: 'pbx'; readonly command: PbxCommand }
  | { readonly kind: 'ledger'; readonly entry: LedgerEntry }
  /** Look the caller up beside the ringing; answer with the input `caller_known`. */
  | {
      readonly kind: 'find_caller';
      readonly callId: string;
      readonly callerNumber: string;
      /** Whether it matters who talked with this number last. */
      readonly wantsLastTalked: boolean;
    };
