/** A sentence for the person at the terminal or in the console, complete in both languages. */
export interface Worded {
  readonly uk: string;
  readonly en: string;
}

/** Called at each stage of something that takes seconds. `percent` is null where it cannot be known. */
export type Progress = (stage: Worded & { readonly percent: number | null }) => void;

/**
 * Something outside the program is not as it has to be, and a person can mend it: the text says what and how.
 * `code` is stable, for tests and for the self-check; `cause` keeps the technical error.
 */
export class WordedError<Code extends string = string> extends Error implements Worded {
  override readonly name = 'WordedError';
  readonly code: Code;
  readonly uk: string;
  readonly en: string;

  constructor(code: Code, { uk, en }: Worded, options?: ErrorOptions) {
    super(`${uk}\n${en}`, options);
    this.code = code;
    this.uk = uk;
    this.en = en;
  }
}
