type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 422 | 429 | 503;

/** Every code a rule may refuse with, and its HTTP status: the only place that knows HTTP. A slice adds its own here. */
const statusOf = {
  not_signed_in: 401,
  sign_in_failed: 401,
  not_permitted: 403,
  not_found: 404,
  /** `field` is what the schema names, `details.because` the schema's words. */
  input_invalid: 422,
  /** `details.seconds`: when to come back. */
  too_many_attempts: 429,
  /** The password typed to confirm a change is not the person's. */
  wrong_password: 422,
  /** A request that writes came from a page of another site. */
  cross_site: 403,
  /** The telephone system cannot be reached; what was asked did not happen. */
  pbx_unreachable: 503,
  database_unreachable: 503,

  // sign-in
  /** The code of the authenticator, or the backup code, is not right or its time is over. */
  code_wrong: 422,
  /** A code opens one session only. */
  code_used: 422,
  /** The password was typed too long ago, or too many codes were tried: begin anew. */
  second_step_over: 401,
  second_factor_there: 409,
  password_too_short: 422,
  password_common: 422,
  password_like_owner: 422,

  // people
  email_taken: 409,
  extension_taken: 409,
  direct_number_taken: 409,
  /** Somebody must remain who may manage access (D-15). */
  last_administrator: 409,
  unknown_project: 422,
  /** A new account needs one. */
  password_required: 422,
  /** Without a SIP number there is no phone and no secret. */
  no_sip_extension: 409,
  // employees, enterprises and units
  unknown_employee: 422,
  /** At most one account per employee and enterprise. */
  employee_has_account: 409,
  unit_required: 422,
  unit_unknown: 422,
  /** A unit cannot stand under itself. */
  unit_cycle: 422,
  units_have_data: 409,
  last_enterprise: 409,
  /** The stored password is not handed to a server it was not typed for. */
  mail_password_again: 422,
  /** `details.missing`: email, mailbox_password or both. */
  mailbox_not_filled: 422,
  // presence
  unknown_status: 422,
  status_not_by_hand: 422,
  reason_required: 422,
  /** `details.onBreak`: names, or a dash. */
  too_few_free: 409,
  // directories and lines
  name_taken: 409,
  code_taken: 409,
  /** A code never changes once it is given. */
  code_fixed: 409,
  in_use: 409,
  system_row_fixed: 409,
  /** At least one active status must accept hot-line calls (D-03). */
  last_hotline_status: 409,
  // numbering
  /** `details.token`: what stands in braces and is no token. */
  template_unknown_token: 422,
  template_without_counter: 422,
  /** Numbers would repeat after each reset (D-06). */
  template_without_period: 422,
  scope_not_for_document: 422,
  line_number_taken: 409,
  line_not_found: 404,
  // history
  /** `details.field`: this kind of document has no such field to keep. */
  unknown_field: 422,
  // clients
  client_not_found: 404,
  contact_not_found: 422,
  person_not_found: 422,
  // calls
  call_not_found: 404,
  note_changed: 409,
  // events and tasks
  event_not_found: 404,
  task_not_found: 404,
  /** `details.version`: what it is now. Read again and save again. */
  changed_meanwhile: 409,
  move_not_allowed: 409,
  not_yours_to_move: 403,
  performer_required: 422,
  move_reason_required: 422,
  hold_date_required: 422,
  /** `details.parts`: how many co-performers have not finished. */
  parts_open: 409,
  /** The program alone makes events of this type (D-01). */
  type_not_by_hand: 422,
  unknown_event_type: 422,
  /** Loading is on: from where? */
  pbx_path_required: 422,
  /** A path is shown to whoever may see the settings, so it holds no password. */
  pbx_path_secret: 422,
} as const satisfies Readonly<Record<string, RefusalStatus>>;

export type RefusalCode = keyof typeof statusOf;

export type RefusalDetails = Readonly<Record<string, string | number>>;

/** For the test that checks that the console words each of them. */
export const refusalCodes: readonly string[] = Object.keys(statusOf);

/** A rule said no. Ordinary, so never logged as a fault; the console words it by `code` and `details`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  /** The form field to put right, when there is one. */
  readonly field: string | null;

  constructor(code: RefusalCode, details: RefusalDetails = {}, field: string | null = null) {
    super(`${code} ${JSON.stringify({ ...details, ...(field === null ? {} : { field }) })}`);
    this.code = code;
    this.details = details;
    this.field = field;
  }

  get httpStatus(): RefusalStatus {
    return statusOf[this.code];
  }
}
