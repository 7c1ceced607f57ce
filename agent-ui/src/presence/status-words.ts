import type { TFunction } from 'i18next';
import type { UserStatusView } from '../../../server/directories/contract.ts';
import type { PersonStateView } from '../../../server/presence/contract.ts';
import { uk } from '../texts/uk.ts';
import type { TokenName } from '../ui/tokens.ts';

type State = Pick<PersonStateView, 'shown' | 'shownBecause' | 'work' | 'device' | 'obstacle'>;
type Statuses = readonly Pick<UserStatusView, 'code' | 'name' | 'colour' | 'isSystem'>[];

const toneOfColour = {
  free: 'free',
  ringing: 'ringing',
  talking: 'talking',
  wrap_up: 'wrapUp',
  break: 'break',
  away: 'away',
  bad: 'bad',
} as const satisfies Readonly<Record<UserStatusView['colour'], TokenName>>;

type SystemCode = keyof typeof uk.presence.system;
const isSystemCode = (code: string): code is SystemCode => code in uk.presence.system;

/** The six that ship are worded in both languages; a firm's own are called what the firm calls them. */
export function statusName(t: TFunction, statuses: Statuses, code: string): string {
  if (isSystemCode(code)) return t(`presence.system.${code}`);
  return statuses.find((status) => status.code === code)?.name ?? code;
}

export function statusTone(statuses: Statuses, code: string): TokenName {
  const status = statuses.find((one) => one.code === code);
  if (status) return toneOfColour[status.colour];
  return systemTones[code] ?? 'away';
}
const systemTones: Readonly<Record<string, TokenName>> = {
  free: 'free',
  with_client: 'talking',
  wrap_up: 'wrapUp',
  break: 'break',
  lunch: 'break',
  absent: 'away',
};

/** The one word and colour for a person: what the system is doing with them comes before what they chose. */
export function shownState(t: TFunction, statuses: Statuses, state: State): { word: string; tone: TokenName } {
  if (state.work === 'ringing' || state.work === 'offered') return { word: t('presence.ringing'), tone: 'ringing' };
  if (state.work === 'not_responding') return { word: t('presence.notResponding'), tone: 'bad' };
  if (state.work === 'unreachable') return { word: t('presence.unreachable'), tone: 'bad' };
  if (state.work === 'hold') return { word: t('presence.hold'), tone: 'talking' };
  if (state.work === 'wrap_up') return { word: t('presence.wrapUp'), tone: 'wrapUp' };
  const tone = state.work === 'idle' ? statusTone(statuses, state.shown) : 'talking';
  return { word: statusName(t, statuses, state.shown), tone };
}
