import { limits, type ProgramFailure } from './program-job.ts';

const words: Readonly<Record<ProgramFailure['kind'], string>> = {
  syntax: 'помилка в тексті',
  error: '',
  time: `працювала довше за ${limits.milliseconds} мс, тому її зупинено`,
  memory: `потребувала більше за ${limits.memoryBytes / 1024 / 1024} МБ пам’яті, тому її зупинено`,
  stack: 'надто глибоко викликає саму себе, тому її зупинено',
  text_too_long: 'склала надто довгий текст, тому її зупинено',
  waits: 'чекає на обіцянку (async, Promise), а так не можна: усе має виконатися одразу',
};

/** What went wrong inside a program, for the log and for its author. */
export function wordFailure({ kind, message }: ProgramFailure): string {
  return [words[kind], kind === 'error' || kind === 'syntax' ? message : ''].filter(Boolean).join(': ');
}

/** The same for whoever saves the document: with the program's name and line (D-09). */
export function wordBroken(name: string, failure: ProgramFailure): string {
  const place = failure.line === null ? '' : `, рядок ${failure.line}`;
  return `Калькуляція «${name}»${place}: ${wordFailure(failure)}`;
}
