import { type CalendarDay, quarterOf } from './calendar-day.ts';
import type { NumberRule } from './contract.ts';
import { type NumberToken, templateParts } from './template-parts.ts';

/** Codes of what the document belongs to; left out when it belongs to none. */
export interface NumberTokens {
  readonly journal?: string | undefined;
  readonly project?: string | undefined;
  readonly unit?: string | undefined;
  readonly type?: string | undefined;
}

interface Counted {
  readonly counter: number;
  readonly day: CalendarDay;
  readonly tokens: NumberTokens;
}

type Shape = Pick<NumberRule, 'prefix' | 'suffix' | 'template' | 'counterWidth'>;

const SEPARATORS = '[-/._: ]+';

/**
 * A document's number (D-06). An empty token goes with the separator before it, at the beginning with the one behind it;
 * a counter longer than its width widens and is never cut.
 */
export function renderNumber(rule: Shape, counted: Counted): string {
  const values = valuesOf(rule, counted);
  const pieces: { readonly text: string; readonly isSeparator: boolean }[] = [];
  let isSeparatorDropped = false;
  for (const part of templateParts(rule.template)) {
    if ('text' in part) {
      const text = isSeparatorDropped ? part.text.replace(new RegExp(`^${SEPARATORS}`), '') : part.text;
      pieces.push({ text, isSeparator: true });
      isSeparatorDropped = false;
    } else if (values[part.token] !== '') {
      pieces.push({ text: values[part.token], isSeparator: false });
      isSeparatorDropped = false;
    } else {
      const before = pieces.at(-1);
      if (before?.isSeparator) {
        pieces[pieces.length - 1] = { ...before, text: before.text.replace(new RegExp(`${SEPARATORS}$`), '') };
      }
      isSeparatorDropped = pieces.every(({ text }) => text === '');
    }
  }
  return pieces.map(({ text }) => text).join('');
}

function valuesOf({ prefix, suffix, counterWidth }: Shape, { counter, day, tokens }: Counted) {
  return {
    PREFIX: prefix,
    SUFFIX: suffix,
    N: String(counter).padStart(counterWidth, '0'),
    YYYY: day.year,
    YY: day.year.slice(-2),
    MM: day.month,
    DD: day.day,
    Q: quarterOf(day),
    JRN: tokens.journal ?? '',
    PRJ: tokens.project ?? '',
    UNIT: tokens.unit ?? '',
    TYPE: tokens.type ?? '',
  } satisfies Record<NumberToken, string>;
}
