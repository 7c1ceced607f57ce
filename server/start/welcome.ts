import type { Worded } from '../../telephony/worded.ts';

export interface Welcome {
  readonly url: string;
  /** Null once somebody made the data their own. */
  readonly demonstration: Demonstration | null;
}

export interface Demonstration {
  /** Everybody of the demonstration has the same one. */
  readonly password: string;
  readonly people: readonly { readonly name: string; readonly email: string; readonly role: Worded }[];
  readonly lines: readonly { readonly name: string; readonly numbers: readonly string[] }[];
}

/** What stands at the terminal when everything runs. */
export function wordWelcome(welcome: Welcome): Worded {
  return { uk: frame(linesOf(welcome, 'uk')), en: frame(linesOf(welcome, 'en')) };
}

const texts = {
  uk: {
    runs: 'Дзвін працює',
    address: 'Адреса',
    people: 'Вхід для спроб (пароль для всіх)',
    lines: 'Гарячі лінії',
    call: 'Подзвонити без телефону',
    stop: 'Зупинити: Ctrl-C',
  },
  en: {
    runs: 'Dzvin is running',
    address: 'Address',
    people: 'Sign-ins to try it out (one password)',
    lines: 'Hot lines',
    call: 'To call without a phone',
    stop: 'To stop: Ctrl-C',
  },
} as const;

function linesOf({ url, demonstration }: Welcome, language: 'uk' | 'en'): readonly string[] {
  const text = texts[language];
  const head = [text.runs, '', `${text.address}: ${url}`];
  if (demonstration === null) return [...head, '', text.stop];
  const { people, password, lines } = demonstration;
  const width = Math.max(...people.map(({ email }) => email.length));
  const firstNumber = lines[0]?.numbers[0];
  return [
    ...head,
    '',
    `${text.people}: ${password}`,
    ...people.map(({ email, name, role }) => `  ${email.padEnd(width)}  ${name}, ${role[language]}`),
    '',
    `${text.lines}:`,
    ...lines.map(({ name, numbers }) => `  ${numbers.join(', ')}  ${name}`),
    ...(firstNumber === undefined
      ? []
      : ['', `${text.call}:`, `  npm run call -- --from 0501234567 --to ${firstNumber} --answer`]),
    '',
    text.stop,
  ];
}

function frame(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const border = '─'.repeat(width + 2);
  return [`┌${border}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${border}┘`].join('\n');
}
