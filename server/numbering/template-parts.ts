export const numberTokens = [
  'PREFIX',
  'SUFFIX',
  'N',
  'YYYY',
  'YY',
  'MM',
  'DD',
  'Q',
  'JRN',
  'PRJ',
  'UNIT',
  'TYPE',
] as const;
export type NumberToken = (typeof numberTokens)[number];

export type TemplatePart = { readonly text: string } | { readonly token: NumberToken };

/** A template cut at its tokens. What only looks like a token, a lone brace for example, is text. */
export function templateParts(template: string): readonly TemplatePart[] {
  return template
    .split(/(\{[A-Z]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const token = numberTokens.find((name) => piece === `{${name}}`);
      return token ? { token } : { text: piece };
    });
}
