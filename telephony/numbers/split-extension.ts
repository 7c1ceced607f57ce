/** «доб. 12», «дод. 12», «вн. 12», ext 12, x12 (also the Cyrillic х), ;ext=12, #12: at the end, after the number. */
const EXTENSION =
  /^(?<number>.*\d[\s)]*)(?:[,;]\s*)?(?:доб(?:авочный)?|дод(?:атковий)?|вн(?:утр(?:ішній)?)?|ext(?:ension)?|[xх#])[\s.:=№]*(?<extension>\d{1,8})\s*$/iu;

/** Longer than any number with its extension: such text is left whole, whatever it says. */
const MAX_LENGTH = 80;

/** Parts a number from the extension written behind it. `number` is `raw` when there is none. */
export function splitExtension(raw: string): { readonly number: string; readonly extension: string | null } {
  const text = raw.trim();
  const parts = text.length > MAX_LENGTH ? undefined : EXTENSION.exec(text)?.groups;
  const { number, extension } = parts ?? {};
  if (number === undefined || extension === undefined) return { number: text, extension: null };
  return { number: number.trim(), extension };
}
