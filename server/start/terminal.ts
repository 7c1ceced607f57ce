import type { Worded } from '../../telephony/worded.ts';

/** The person who started the product and looks at the terminal. */
export interface Terminal {
  readonly language: 'uk' | 'en';
  say(words: Worded): void;
}

/** Ukrainian, unless the machine's own language is English. `C` and `POSIX` say nothing about the person. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): 'uk' | 'en' {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.startsWith('en') ? 'en' : 'uk';
}

export function openTerminal(
  environment: Readonly<Record<string, string | undefined>>,
  output: Pick<NodeJS.WritableStream, 'write'>,
): Terminal {
  const language = terminalLanguage(environment);
  return { language, say: (words) => void output.write(`${words[language]}\n`) };
}
