import type { Progress, Worded } from '../../telephony/worded.ts';
import type { Terminal } from './terminal.ts';

/** What is shorter is not worth a line. */
const WORTH_TELLING_MS = 1_000;
/** Between two lines of one step. */
const TELL_EVERY_MS = 2_000;

/** Does the work; when it takes longer than a second, says what is being done, how far it is, and how long it took. */
export async function showStep<Result>(
  terminal: Terminal,
  step: Worded,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now();
  let stage: Worded & { percent: number | null } = { ...step, percent: null };
  let told = '';
  const tell = () => {
    const words = withPercent(stage);
    if (words.en !== told) terminal.say({ uk: `… ${words.uk}`, en: `… ${words.en}` });
    told = words.en;
  };
  const first = setTimeout(tell, WORTH_TELLING_MS);
  const further = setInterval(tell, TELL_EVERY_MS);
  try {
    const result = await work((next) => {
      stage = next;
    });
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    if (told !== '') terminal.say({ uk: `✓ ${step.uk}: ${seconds} с`, en: `✓ ${step.en}: ${seconds} s` });
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(further);
  }
}

function withPercent({ uk, en, percent }: Worded & { percent: number | null }): Worded {
  return percent === null ? { uk, en } : { uk: `${uk}, ${percent} %`, en: `${en}, ${percent} %` };
}
