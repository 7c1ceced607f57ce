import type { PbxSnapshot, Signal } from '../pbx.ts';
import type { HotlineParameters, Line, PersonProfile, StatusRule } from './facts.ts';

/** Everything that can make the hot line move. `at` is wall-clock milliseconds and never goes back. */
export type Input = { readonly at: number } & (
  | { readonly kind: 'signal'; readonly signal: Signal }
  /** A deadline may have come: see `nextDeadline`. */
  | { readonly kind: 'time_passed' }
  /** The answer to the `find_caller` effect; nulls when nobody is known. Late answers are harmless. */
  | {
      readonly kind: 'caller_known';
      readonly callId: string;
      readonly managerId: string | null;
      readonly lastTalkedId: string | null;
    }
  | { readonly kind: 'pbx_connected'; readonly snapshot: PbxSnapshot }
  | { readonly kind: 'pbx_lost' }
  | Order
  | SetUp
);

/** What people ask for. An order about a state that has moved on is ignored; the ledger shows what holds. */
export type Order =
  /**
   * During a call it becomes the next status; while ringing the offer is withdrawn first; in wrap-up it ends it;
   * after a missed call it is the confirmation that the person is back.
   */
  | {
      readonly kind: 'choose_presence';
      readonly personId: string;
      readonly status: string;
      readonly source: 'self' | 'supervisor';
      readonly byPersonId: string;
      readonly note: string | null;
    }
  | { readonly kind: 'clear_next_presence'; readonly personId: string }
  | { readonly kind: 'end_wrap_up'; readonly personId: string }
  /** «Я на місці» after a missed call: the status chosen before holds again. */
  | { readonly kind: 'confirm_return'; readonly personId: string }
  | { readonly kind: 'decline_offer'; readonly personId: string; readonly callId: string }
  | { readonly kind: 'hang_up_call'; readonly personId: string; readonly callId: string }
  /** Typed their password: the Phone starts, and with it «Вільний» for people who want it so (D-13). */
  | { readonly kind: 'signed_in'; readonly personId: string }
  /** At least one console of the person is connected. */
  | { readonly kind: 'console_online'; readonly personId: string }
  /** The last console lost its connection: grace begins. */
  | { readonly kind: 'console_lost'; readonly personId: string }
  | { readonly kind: 'signed_out'; readonly personId: string };

/** What was set up, in Settings or by the ledger at a start. */
export type SetUp =
  | { readonly kind: 'put_line'; readonly line: Line }
  | { readonly kind: 'remove_line'; readonly lineId: string }
  | { readonly kind: 'put_person'; readonly profile: PersonProfile }
  | { readonly kind: 'remove_person'; readonly personId: string }
  | { readonly kind: 'put_statuses'; readonly statuses: readonly StatusRule[] }
  | { readonly kind: 'put_parameters'; readonly parameters: HotlineParameters }
  | { readonly kind: 'restore_person'; readonly person: RememberedPerson }
  | { readonly kind: 'restore_call'; readonly call: RememberedCall }
  /** A call the ledger saw ending not long ago: the PBX may still have its channel. */
  | { readonly kind: 'restore_ended_call'; readonly callId: string }
  /** Everything remembered has been told: from now on the ledger is continued. The first `pbx_connected` says so too. */
  | { readonly kind: 'restored' };

/** A person as the ledger last saw them. */
export interface RememberedPerson {
  readonly personId: string;
  readonly lastSeq: number;
  readonly presence: string;
  readonly nextPresence: string | null;
  /** Wrap-up under way and when it ends. */
  readonly wrapUp: { readonly callId: string; readonly until: number } | null;
  readonly isNotResponding: boolean;
  readonly idleSince: number;
}

/** A call that the ledger has not seen ending. What became of it, the PBX's snapshot says. */
export interface RememberedCall {
  readonly callId: string;
  readonly lastSeq: number;
  readonly arrivedAt: number;
  readonly direction: 'in' | 'out' | 'internal';
  readonly lineId: string | null;
  readonly callerNumber: string;
  readonly callerName: string;
  readonly dialled: string;
  readonly fromPersonId: string | null;
  readonly toPersonId: string | null;
  readonly offers: number;
  /** An offer whose result was never written. */
  readonly openOffer: { readonly offerNo: number; readonly personId: string } | null;
  readonly bridgedAt: number | null;
  readonly talkingPersonId: string | null;
}
