import { parseArgs } from 'node:util';
import { type Worded, WordedError } from '../../telephony/worded.ts';

export interface CallArguments {
  /** The caller's number as sent; empty: withheld. */
  readonly from: string;
  readonly to: string;
  /** Play the called person's desk phone too. */
  readonly isAnswered: boolean;
  /** Whose phone, by extension; null: of everybody who is free. */
  readonly as: string | null;
  /** How long the talk lasts from the answer. */
  readonly talkSeconds: number;
  /** How long the caller waits for an answer. */
  readonly waitSeconds: number;
}

const usage = {
  uk: `Справжній дзвінок на гарячу лінію запущеного Дзвона, без телефону:

  npm run call -- --from 0501234567 --to 5000 [--answer] [--as 101] [--talk 20] [--wait 60]

  --from    номер того, хто дзвонить; "" означає прихований
  --to      номер лінії або людини
  --answer  відповісти: стати настільним телефоном того, кого обере лінія
  --as      за кого відповісти: внутрішній номер (разом з --answer)
  --talk    скільки секунд говорити, від 1 до 3600
  --wait    скільки секунд чекати на відповідь, від 1 до 3600`,
  en: `A real call to a hot line of the running Dzvin, without a phone:

  npm run call -- --from 0501234567 --to 5000 [--answer] [--as 101] [--talk 20] [--wait 60]

  --from    the caller's number; "" means withheld
  --to      the number of a line or a person
  --answer  answer: be the desk phone of whoever the line chooses
  --as      for whom to answer: an extension (with --answer)
  --talk    seconds to talk, 1 to 3600
  --wait    seconds to wait for an answer, 1 to 3600`,
} as const;

/** @throws WordedError `bad_arguments` with all mistakes and the usage */
export function parseCallArguments(args: readonly string[]): CallArguments {
  const values = readOptions(args);
  const mistakes = mistakesIn(values);
  if (mistakes.length > 0) throw badArguments(mistakes);
  return {
    from: values.from ?? '',
    to: values.to ?? '',
    isAnswered: values.answer ?? false,
    as: values.as ?? null,
    talkSeconds: Number(values.talk ?? 20),
    waitSeconds: Number(values.wait ?? 60),
  };
}

interface Options {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly answer?: boolean | undefined;
  readonly as?: string | undefined;
  readonly talk?: string | undefined;
  readonly wait?: string | undefined;
}

function readOptions(args: readonly string[]): Options {
  try {
    const text = { type: 'string' } as const;
    const options = { from: text, to: text, answer: { type: 'boolean' }, as: text, talk: text, wait: text } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw badArguments([{ uk: said, en: said }]);
  }
}

const rules: readonly (readonly [isBroken: (values: Options) => boolean, words: Worded])[] = [
  [
    ({ from }) => from === undefined,
    { uk: '--from не задано: номер того, хто дзвонить.', en: '--from is missing: the number of the caller.' },
  ],
  // The scenario's file knows no quoting, and a SIP header would end there.
  [
    ({ from }) => from !== undefined && /[;"<>\s]/.test(from),
    {
      uk: '--from не може мати пробілів і знаків ; " < >.',
      en: '--from cannot hold blanks or the characters ; " < >.',
    },
  ],
  [
    ({ to }) => to === undefined || !/^\+?[0-9*#]{1,30}$/.test(to),
    { uk: '--to має бути номером: цифри, * або #.', en: '--to has to be a number: digits, * or #.' },
  ],
  [
    ({ as, answer }) => as !== undefined && answer !== true,
    { uk: '--as має сенс лише разом з --answer.', en: '--as makes sense only with --answer.' },
  ],
  [
    ({ talk }) => !isSeconds(talk),
    { uk: '--talk має бути від 1 до 3600 секунд.', en: '--talk has to be 1 to 3600 seconds.' },
  ],
  [
    ({ wait }) => !isSeconds(wait),
    { uk: '--wait має бути від 1 до 3600 секунд.', en: '--wait has to be 1 to 3600 seconds.' },
  ],
];

function mistakesIn(values: Options): readonly Worded[] {
  return rules.filter(([isBroken]) => isBroken(values)).map(([, words]) => words);
}

function isSeconds(text: string | undefined): boolean {
  return text === undefined || (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3600);
}

function badArguments(mistakes: readonly Worded[]): WordedError<'bad_arguments'> {
  const list = (language: 'uk' | 'en') => mistakes.map((mistake) => `  • ${mistake[language]}`).join('\n');
  return new WordedError('bad_arguments', {
    uk: `${list('uk')}\n\n${usage.uk}`,
    en: `${list('en')}\n\n${usage.en}`,
  });
}
