import { expect, test } from 'vitest';
import { startTexts } from '../texts/start-texts.ts';
import { shownState } from './status-words.ts';

const statuses = [
  { code: 'free', name: 'Вільний', colour: 'free', isSystem: true },
  { code: 'meeting', name: 'Нарада', colour: 'break', isSystem: false },
] as const;
const idle = { shown: 'free', shownBecause: null, work: 'idle', device: 'reachable', obstacle: null } as const;

test.each([
  ['a free person', idle, 'Вільний', 'free'],
  ['a phone that rings', { ...idle, work: 'ringing' }, 'Дзвонить', 'ringing'],
  ['somebody with a client', { ...idle, shown: 'with_client', work: 'talking' }, 'Робота з клієнтами', 'talking'],
  ['wrap-up', { ...idle, shown: 'wrap_up', work: 'wrap_up' }, 'Обробка звернення', 'wrapUp'],
  ['a missed call', { ...idle, shown: 'absent', work: 'not_responding' }, 'Не відповів', 'bad'],
  ['a status of the firm', { ...idle, shown: 'meeting' }, 'Нарада', 'break'],
  ['a status that is gone', { ...idle, shown: 'yoga' }, 'yoga', 'away'],
] as const)('%s is shown by word and colour', (_who, state, word, tone) => {
  expect(shownState(startTexts('uk').t, statuses, state)).toEqual({ word, tone });
});

test('the statuses that ship speak English too', () => {
  expect(shownState(startTexts('en').t, statuses, idle).word).toBe('Free');
});
