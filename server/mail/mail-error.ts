import type { MailFailure } from './contract.ts';

/** A letter was not taken, or a server not reached. Ordinary: the outside world does that. */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly because: MailFailure;
  /** The server's own words. */
  readonly answer: string;
  /** Trying again without a change by somebody is of no use. */
  readonly isPermanent: boolean;

  constructor(failure: { because: MailFailure; answer: string; isPermanent: boolean }, options?: ErrorOptions) {
    super(`${failure.because}: ${failure.answer}`, options);
    this.because = failure.because;
    this.answer = failure.answer;
    this.isPermanent = failure.isPermanent;
  }
}
