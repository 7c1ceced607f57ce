/** One line of a palette of the editor; `insert` is what a click writes. */
export interface PaletteEntry {
  readonly uk: string;
  readonly en: string;
  readonly arguments: string;
  readonly about: { readonly uk: string; readonly en: string };
}

const entry = (uk: string, en: string, args: string, aboutUk: string, aboutEn: string): PaletteEntry => ({
  uk,
  en,
  arguments: args,
  about: { uk: aboutUk, en: aboutEn },
});

/** What the library of programs offers; a test checks that each of them is there. */
export const functionPalette: readonly PaletteEntry[] = [
  entry(
    'помилка',
    'error',
    '"…"',
    'відмовити у збереженні чи переході з цим текстом',
    'refuse the save or move with this text',
  ),
  entry('попередження', 'warn', '"…"', 'показати текст і продовжити', 'show the text and go on'),
  entry('порожньо', 'isEmpty', 'значення', 'немає значення або лише пробіли', 'no value or only spaces'),
  entry('великими', 'upper', 'текст', 'великими літерами', 'in capital letters'),
  entry('малими', 'lower', 'текст', 'малими літерами', 'in small letters'),
  entry('обрізати', 'trim', 'текст', 'без пробілів на краях', 'without spaces at the ends'),
  entry('частина', 'part', 'текст, 1, 10', 'символи від номера, стільки-то', 'characters from a place, so many'),
  entry(
    'містить',
    'contains',
    'текст, частина',
    'чи є частина, без різниці великих і малих',
    'has the part, whatever the case',
  ),
  entry('замінити', 'replaceAll', 'текст, що, чим', 'замінити всюди', 'replace everywhere'),
  entry('довжина', 'lengthOf', 'текст', 'скільки символів', 'how many characters'),
  entry('число', 'toNumber', 'текст', 'текст як число, null якщо не число', 'text as a number, null if it is none'),
  entry('округлити', 'round', 'число, 2', 'до стількох знаків після коми', 'to so many decimal places'),
  entry('додатиДні', 'addDays', 'дата, 1', 'дата через стільки днів', 'the date so many days later'),
  entry('додатиМісяці', 'addMonths', 'дата, 1', 'дата через стільки місяців', 'the date so many months later'),
  entry('додатиГодини', 'addHours', 'час, 1', 'час через стільки годин', 'the time so many hours later'),
  entry(
    'додатиРобочіДні',
    'addWorkingDays',
    'дата, 1',
    'пн–пт, без дат із константи СВЯТА',
    'Mon–Fri, without the dates of the constant СВЯТА',
  ),
  entry('чиРобочийДень', 'isWorkingDay', 'дата', 'пн–пт і не свято', 'Mon–Fri and no holiday'),
  entry('днівМіж', 'daysBetween', 'від, до', 'скільки днів від першої до другої', 'days from the first to the second'),
  entry(
    'робочихДнівМіж',
    'workingDaysBetween',
    'від, до',
    'робочі дні після першої до другої включно',
    'working days after the first up to the second',
  ),
  entry('деньТижня', 'weekday', 'дата', '1 – понеділок, 7 – неділя', '1 is Monday, 7 Sunday'),
  entry('датаТекстом', 'dateText', 'дата', 'ДД.ММ.РРРР', 'DD.MM.YYYY'),
  entry('створитиЗадачу', 'createTask', '{ тема: "…" }', 'лише після збереження', 'only after the save'),
  entry('сповістити', 'notify', 'особа, "…"', 'лише після збереження', 'only after the save'),
  entry('додатиКоментар', 'addComment', '"…"', 'лише після збереження', 'only after the save'),
];

/** Pieces of the language: what a click writes, with the place of the cursor as `|`. */
export const operationPalette: readonly { readonly insert: string; readonly about: { uk: string; en: string } }[] = [
  { insert: 'if (|) {\n  \n}', about: { uk: 'якщо', en: 'if' } },
  { insert: ' else {\n  |\n}', about: { uk: 'інакше', en: 'else' } },
  { insert: ' === ', about: { uk: 'дорівнює', en: 'equals' } },
  { insert: ' !== ', about: { uk: 'не дорівнює', en: 'does not equal' } },
  { insert: ' < ', about: { uk: 'менше', en: 'less' } },
  { insert: ' >= ', about: { uk: 'не менше', en: 'at least' } },
  { insert: ' && ', about: { uk: 'і', en: 'and' } },
  { insert: ' || ', about: { uk: 'або', en: 'or' } },
  { insert: '!', about: { uk: 'не', en: 'not' } },
  { insert: ' = ', about: { uk: 'присвоїти', en: 'assign' } },
  { insert: ' + ', about: { uk: 'додати, з’єднати тексти', en: 'add, join texts' } },
  { insert: 'const | = ;', about: { uk: 'назвати проміжне значення', en: 'name a value' } },
];
