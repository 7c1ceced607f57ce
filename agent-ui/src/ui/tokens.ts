/** The colours of the console. Everything else (theme, CSS variables) is made from these two tables. */
export const lightTokens = {
  ground: '#f6f7f9',
  panel: '#ffffff',
  hover: '#eff2f5',
  hairline: '#e3e6eb',
  edge: '#cdd3db',
  text: '#1b2330',
  dim: '#5d6878',
  faint: '#8a94a3',
  accent: '#0b6e74',
  accentSoft: '#e0f1f1',
  onAccent: '#ffffff',
  free: '#1a7f45',
  ringing: '#b45309',
  ringingSoft: '#fff5e5',
  talking: '#1f5fd1',
  talkingSoft: '#eaf1fd',
  wrapUp: '#7440c4',
  wrapUpSoft: '#f3edfc',
  break: '#8a6100',
  away: '#66707e',
  bad: '#c02734',
  badSoft: '#fdecee',
  userRow: '#1f5fd1',
} as const;

export type TokenName = keyof typeof lightTokens;

export const darkTokens: Readonly<Record<TokenName, string>> = {
  ground: '#11151b',
  panel: '#181e26',
  hover: '#202731',
  hairline: '#2a323d',
  edge: '#3a4450',
  text: '#e6eaf0',
  dim: '#a3adba',
  faint: '#7b8694',
  accent: '#3fb6bb',
  accentSoft: '#12343a',
  onAccent: '#06282b',
  free: '#4cc27f',
  ringing: '#f0a94a',
  ringingSoft: '#35270f',
  talking: '#7aa7ff',
  talkingSoft: '#16243f',
  wrapUp: '#b893f5',
  wrapUpSoft: '#2a2040',
  break: '#d9b04c',
  away: '#9aa4b2',
  bad: '#ff7a85',
  badSoft: '#3a1c21',
  userRow: '#8fb4ff',
};

/** `wrapUp` → `--dz-wrap-up`: the name under which stylesheets know a token. */
export const cssName = (token: TokenName) => `--dz-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `var(--dz-wrap-up)`, for the few places where a style depends on a value. */
export const cssVar = (token: TokenName) => `var(${cssName(token)})`;
