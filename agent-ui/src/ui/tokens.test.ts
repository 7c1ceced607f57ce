import { expect, test } from 'vitest';
import { darkTokens, lightTokens, type TokenName } from './tokens.ts';

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(colour: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string) {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const written: readonly (readonly [TokenName, TokenName])[] = [
  ['text', 'panel'],
  ['text', 'ground'],
  ['dim', 'panel'],
  ['dim', 'ground'],
  ['dim', 'ringingSoft'],
  ['dim', 'talkingSoft'],
  ['dim', 'wrapUpSoft'],
  ['dim', 'accentSoft'],
  ['accent', 'panel'],
  ['onAccent', 'accent'],
  ['panel', 'bad'],
  ['panel', 'talking'],
  ['accent', 'accentSoft'],
  ['free', 'panel'],
  ['ringing', 'panel'],
  ['ringing', 'ringingSoft'],
  ['talking', 'panel'],
  ['talking', 'talkingSoft'],
  ['wrapUp', 'panel'],
  ['wrapUp', 'wrapUpSoft'],
  ['break', 'panel'],
  ['away', 'panel'],
  ['bad', 'panel'],
  ['bad', 'badSoft'],
  ['userRow', 'panel'],
  ['userRow', 'accentSoft'],
];

test.each(written)('%s on %s reads at 4.5 : 1 in both themes', (ink, paper) => {
  expect(contrast(lightTokens[ink], lightTokens[paper])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(darkTokens[ink], darkTokens[paper])).toBeGreaterThanOrEqual(4.5);
});
