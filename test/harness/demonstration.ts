/** What the product prints when it runs on its demonstration data: who may sign in, and where to call. */
export interface Demonstration {
  readonly password: string;
  readonly people: readonly { readonly email: string; readonly name: string; readonly role: string }[];
  readonly lines: readonly { readonly numbers: readonly string[]; readonly name: string }[];
}

/** Reads the frame at the terminal, in either language: what a person who has just started the product can know. */
export function readDemonstration(output: string): Demonstration {
  const rows = output.split('\n').map((line) => line.replace(/^│ ?|\s*│$/g, ''));
  const password = /(?:пароль для всіх|one password)\): (\S+)/.exec(output)?.[1];
  if (password === undefined) throw new Error(`the product has printed no sign-ins:\n${output}`);
  return {
    password,
    people: rows.flatMap((row) => {
      const [, email, name, role] = /^ {2}(\S+@\S+) +(.+), ([^,]+)$/.exec(row) ?? [];
      return email && name && role ? [{ email, name, role }] : [];
    }),
    lines: rows.flatMap((row) => {
      const [, numbers, name] = /^ {2}(\+?[\d*#]+(?:, \+?[\d*#]+)*) {2}(.+)$/.exec(row) ?? [];
      return numbers && name ? [{ numbers: numbers.split(', '), name }] : [];
    }),
  };
}
