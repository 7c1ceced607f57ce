import { expect, test } from 'vitest';
import { calendarDay } from './calendar-day.ts';
import { checkTemplate } from './check-template.ts';
import { numberRule, type ResetPeriod } from './contract.ts';
import { periodKey } from './period-key.ts';
import { renderNumber } from './render-number.ts';
import { scopeKey } from './scope-key.ts';

const day = { year: '2026', month: '08', day: '22' };

test.each([
  ['fills the counter with zeroes', { prefix: 'П' }, 'П-2026-000042'],
  ['widens rather than cuts', { prefix: 'П', counterWidth: 1 }, 'П-2026-42'],
  ['drops an empty token with the separator before it', { prefix: 'П', template: '{PREFIX}-{UNIT}-{N}' }, 'П-000042'],
  ['drops an empty last token', { prefix: 'П', template: '{PREFIX}-{N}/{SUFFIX}' }, 'П-000042'],
  ['begins with no separator', { template: '{PREFIX}-{YYYY}-{N}' }, '2026-000042'],
  ['drops several empty ones', { prefix: 'П', template: '{PREFIX}-{JRN}/{PRJ}.{N}' }, 'П.000042'],
  ['keeps a dash that is part of the prefix', { prefix: 'П-', template: '{PREFIX}{UNIT}{N}' }, 'П-000042'],
  ['keeps words of its own', { template: 'Подія № {N}' }, 'Подія № 000042'],
  ['knows all parts of a date', { template: '{YY}.{MM}.{DD}.{Q}/{N}' }, '26.08.22.3/000042'],
  ['shows the type', { template: '{TYPE}-{N}' }, 'call_in-000042'],
])('a number %s (D-06)', (_rule, rule, number) => {
  expect(renderNumber(numberRule.parse(rule), { counter: 42, day, tokens: { type: 'call_in' } })).toBe(number);
});

test.each<[ResetPeriod, string]>([
  ['never', ''],
  ['year', '2026'],
  ['quarter', '2026-Q3'],
  ['month', '2026-08'],
  ['day', '2026-08-22'],
])('a reset by %s counts within «%s»', (period, key) => {
  expect(periodKey(period, day)).toBe(key);
});

test('a year begins at the midnight of the zone, not of Greenwich', () => {
  const moment = new Date('2026-12-31T22:30:00Z');
  expect(calendarDay(moment, 'Europe/Kyiv')).toEqual({ year: '2027', month: '01', day: '01' });
  expect(calendarDay(moment, 'UTC')).toEqual({ year: '2026', month: '12', day: '31' });
});

test.each<[string, ResetPeriod, string | null]>([
  ['{PREFIX}-{YYYY}-{N}', 'year', null],
  ['{YY}{N}', 'year', null],
  ['{PREFIX}-{N}', 'year', 'template_without_period'],
  ['{PREFIX}-{N}', 'never', null],
  ['{YYYY}-{Q}-{N}', 'quarter', null],
  ['{YYYY}-{MM}-{N}', 'quarter', null],
  ['{Q}-{N}', 'quarter', 'template_without_period'],
  ['{YYYY}-{Q}-{N}', 'month', 'template_without_period'],
  ['{YYYY}{MM}{DD}{N}', 'day', null],
  ['{MM}{DD}{N}', 'day', 'template_without_period'],
  ['{YYYY}', 'year', 'template_without_counter'],
  ['{YYYY}-{NN}-{N}', 'year', 'template_unknown_token'],
  ['{YYYY}-{N', 'year', 'template_unknown_token'],
])('«%s» with a reset by %s: %s', (template, period, code) => {
  expect(checkTemplate(template, period)?.code ?? null).toBe(code);
});

test.each([
  ['counts all together', scopeKey('global', { projectId: 'p' }), 'global'],
  ['counts each project apart', scopeKey('project', { projectId: 'p' }), 'project:p'],
  ['counts those without a project together', scopeKey('project', {}), 'project:'],
  ["counts a journal's own set apart", scopeKey('global', {}, 'j'), 'own:j/global'],
])('a scope %s', (_rule, key, expected) => {
  expect(key).toBe(expected);
});
