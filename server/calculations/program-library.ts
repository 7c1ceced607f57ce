/**
 * What a program finds in its sandbox, as JavaScript that QuickJS runs: the document, the objects beside it, constants
 * and functions under Ukrainian and English names. Whatever a program does to it stays inside that one run; the host
 * checks again what comes out (`program-values.ts`).
 */
export const programLibrary = String.raw`(function (factsText, host) {
'use strict';
const facts = JSON.parse(factsText);
const isText = (value) => typeof value === 'string';
const show = (value) => isText(value) ? '«' + value.slice(0, 40) + '»' : String(value);

function freeze(value) {
  if (typeof value === 'object' && value !== null) { Object.freeze(value); for (const key of Object.keys(value)) freeze(value[key]); }
  return value;
}

function asText(value, what) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') throw new TypeError(what + ' не приймає таке значення');
  return String(value);
}

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d)?)?$/;
function parseMoment(value, what) {
  const found = isText(value) ? MOMENT.exec(value) : null;
  const at = found && new Date(Date.UTC(+found[1], +found[2] - 1, +found[3], +(found[4] || 0), +(found[5] || 0)));
  if (!found || at.getUTCMonth() !== +found[2] - 1 || at.getUTCDate() !== +found[3]) throw new TypeError(what + ': ' + show(value) + ' не є датою');
  return { at, hasTime: found[4] !== undefined };
}
function momentText(at, hasTime) { const text = at.toISOString(); return hasTime ? text.slice(0, 16) : text.slice(0, 10); }

function fit(field, value) {
  const what = 'Поле «' + field.uk + '»';
  if (value === undefined || value === null || value === '') {
    if (field.isRequired) throw new TypeError(what + ' не може бути порожнім');
    return field.type === 'text' ? '' : null;
  }
  if (field.type === 'number') {
    const number = typeof value === 'number' ? value : NaN;
    if (!Number.isFinite(number)) throw new TypeError(what + ' приймає лише число');
    if (field.min !== undefined && number < field.min || field.max !== undefined && number > field.max) throw new RangeError(what + ' приймає від ' + field.min + ' до ' + field.max);
    return number;
  }
  if (field.type === 'boolean') {
    if (typeof value !== 'boolean') throw new TypeError(what + ' приймає лише true або false');
    return value;
  }
  if (field.type === 'choice') {
    const found = field.choices.find((choice) => choice.code === value || choice.uk === value);
    if (!found) throw new TypeError(what + ' не має значення ' + show(value) + '; є: ' + field.choices.map((choice) => choice.uk).join(', '));
    return found.code;
  }
  if (field.type === 'moment') { const moment = parseMoment(value, what); return momentText(moment.at, moment.hasTime); }
  if (field.type === 'text') {
    const text = asText(value, what);
    if (text.length > field.maxLength) throw new RangeError(what + ' вміщує ' + field.maxLength + ' символів');
    return text;
  }
  const id = typeof value === 'object' ? value.id : value;
  if (!isText(id) || !/^[0-9a-f-]{36}$/i.test(id)) throw new TypeError(what + ' не приймає таке значення');
  return id;
}

function documentOf(values, isOpen) {
  const byName = Object.create(null);
  for (const field of facts.fields) { byName[field.code] = field; byName[field.uk] = field; }
  const known = (name) => {
    const field = byName[name];
    if (!field) throw new ReferenceError('У документі немає поля «' + String(name) + '»');
    return field;
  };
  const refuse = () => { throw new TypeError('Документ можна лише читати та змінювати його поля'); };
  return new Proxy(Object.create(null), {
    get(_, name) {
      if (typeof name === 'symbol') return undefined;
      const field = known(name);
      const value = values[field.code];
      if (field.type !== 'choice' || name === field.code) return value;
      const choice = field.choices.find((one) => one.code === value);
      return choice ? choice.uk : value;
    },
    set(_, name, value) {
      const field = known(name);
      if (!isOpen || !field.isWritable) throw new TypeError('Поле «' + String(name) + '» змінити не можна');
      const fitted = fit(field, value);
      values[field.code] = fitted;
      host.set(field.code, fitted);
      return true;
    },
    has: (_, name) => typeof name === 'string' && name in byName,
    deleteProperty: refuse, defineProperty: refuse, setPrototypeOf: refuse, preventExtensions: refuse,
    getPrototypeOf: () => null,
    ownKeys: () => [], getOwnPropertyDescriptor: () => undefined,
  });
}

const read = (value, name) => parseMoment(value, name);
const number = (value, name) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 1e6) throw new TypeError(name + ': потрібне число, а не ' + show(value));
  return value;
};
const DAY = 86400000;
const holidays = new Set(facts.holidays);
const isWorking = (at) => at.getUTCDay() % 6 !== 0 && !holidays.has(at.toISOString().slice(0, 10));
const dayOf = (at) => Math.floor(at.getTime() / DAY);

function addWorkingDays(value, days) {
  const { at, hasTime } = read(value, 'додатиРобочіДні');
  const step = number(days, 'додатиРобочіДні') < 0 ? -1 : 1;
  if (Math.abs(days) > 5000) throw new RangeError('додатиРобочіДні: не більше 5000 днів');
  for (let left = Math.abs(Math.trunc(days)); left > 0;) {
    at.setUTCDate(at.getUTCDate() + step);
    if (isWorking(at)) left -= 1;
  }
  return momentText(at, hasTime);
}
function addMonths(value, months) {
  const { at, hasTime } = read(value, 'додатиМісяці');
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + Math.trunc(number(months, 'додатиМісяці')));
  at.setUTCDate(Math.min(day, new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()));
  return momentText(at, hasTime);
}
function workingDaysBetween(from, until) {
  const [start, end] = [read(from, 'робочихДнівМіж').at, read(until, 'робочихДнівМіж').at];
  const [low, high, sign] = start <= end ? [start, end, 1] : [end, start, -1];
  if (dayOf(high) - dayOf(low) > 5000) throw new RangeError('робочихДнівМіж: не більше 5000 днів');
  let count = 0;
  for (let day = dayOf(low) + 1; day <= dayOf(high); day += 1) if (isWorking(new Date(day * DAY))) count += 1;
  return count * sign || 0;
}
function shift(name, milliseconds) {
  return (value, count) => {
    const { at, hasTime } = read(value, name);
    return momentText(new Date(at.getTime() + number(count, name) * milliseconds), hasTime || milliseconds < DAY);
  };
}

function act(kind, name, values) {
  if (facts.trigger !== 'after_save') throw new Error(name + ' працює лише в калькуляціях «Після збереження»');
  if (!host.act(kind, JSON.stringify(values))) throw new Error('За один раз не більше 10 задач, сповіщень і коментарів разом');
}
const idOf = (value, name) => {
  const id = typeof value === 'object' && value !== null ? value.id : value;
  if (!isText(id) || !/^[0-9a-f-]{36}$/i.test(id)) throw new TypeError(name + ': потрібна особа');
  return id;
};
const filled = (value, name) => {
  const text = asText(value, name).trim();
  if (text === '') throw new TypeError(name + ': потрібен текст');
  return text;
};
function createTask(draft) {
  const name = 'створитиЗадачу';
  const given = typeof draft === 'object' && draft !== null ? draft : { тема: draft };
  const one = (uk, en) => given[uk] === undefined ? given[en] : given[uk];
  const performer = one('виконавець', 'performer');
  const due = one('термін', 'dueAt');
  const moment = due === undefined || due === null ? null : read(due, name);
  act('create_task', name, {
    subject: filled(one('тема', 'subject'), name),
    description: asText(one('опис', 'description'), name),
    performerId: performer === undefined || performer === null ? null : idOf(performer, name),
    dueAt: moment && momentText(moment.at, moment.hasTime),
  });
}

const functions = [
  ['помилка', 'error', (text) => { const words = asText(text, 'помилка').slice(0, 2000) || 'Без пояснення'; host.refuse(words); throw new Error(words); }],
  ['попередження', 'warn', (text) => { host.warn(asText(text, 'попередження').slice(0, 2000)); }],
  ['порожньо', 'isEmpty', (value) => value === undefined || value === null || isText(value) && value.trim() === ''],
  ['великими', 'upper', (value) => asText(value, 'великими').toUpperCase()],
  ['малими', 'lower', (value) => asText(value, 'малими').toLowerCase()],
  ['обрізати', 'trim', (value) => asText(value, 'обрізати').trim()],
  ['частина', 'part', (value, from, count) => { const start = Math.max(0, number(from, 'частина') - 1); return asText(value, 'частина').slice(start, count === undefined ? undefined : start + number(count, 'частина')); }],
  ['містить', 'contains', (value, part) => asText(value, 'містить').toLowerCase().includes(asText(part, 'містить').toLowerCase())],
  ['замінити', 'replaceAll', (value, what, by) => asText(value, 'замінити').split(asText(what, 'замінити')).join(asText(by, 'замінити'))],
  ['довжина', 'lengthOf', (value) => asText(value, 'довжина').length],
  ['число', 'toNumber', (value) => { const text = asText(value, 'число').trim().replace(/\s/g, '').replace(',', '.'); const found = text === '' ? NaN : Number(text); return Number.isFinite(found) ? found : null; }],
  ['округлити', 'round', (value, digits) => { const by = 10 ** Math.trunc(digits === undefined ? 0 : number(digits, 'округлити')); return Math.round((value + Number.EPSILON) * by) / by; }],
  ['додатиДні', 'addDays', shift('додатиДні', DAY)],
  ['додатиМісяці', 'addMonths', addMonths],
  ['додатиГодини', 'addHours', shift('додатиГодини', 3600000)],
  ['додатиРобочіДні', 'addWorkingDays', addWorkingDays],
  ['чиРобочийДень', 'isWorkingDay', (value) => isWorking(read(value, 'чиРобочийДень').at)],
  ['днівМіж', 'daysBetween', (from, until) => dayOf(read(until, 'днівМіж').at) - dayOf(read(from, 'днівМіж').at)],
  ['робочихДнівМіж', 'workingDaysBetween', workingDaysBetween],
  ['деньТижня', 'weekday', (value) => (read(value, 'деньТижня').at.getUTCDay() + 6) % 7 + 1],
  ['датаТекстом', 'dateText', (value) => momentText(read(value, 'датаТекстом').at, false).split('-').reverse().join('.')],
  ['створитиЗадачу', 'createTask', createTask],
  ['сповістити', 'notify', (person, text) => act('notify', 'сповістити', { personId: idOf(person, 'сповістити'), text: filled(text, 'сповістити').slice(0, 2000) })],
  ['додатиКоментар', 'addComment', (text) => act('comment', 'додатиКоментар', { text: filled(text, 'додатиКоментар').slice(0, 4000) })],
];

const give = (name, value) => Object.defineProperty(globalThis, name, { value, writable: false, configurable: true, enumerable: true });
for (const name of Object.keys(facts.globals)) give(name, freeze(facts.globals[name]));
for (const [uk, en, work] of functions) { give(uk, work); give(en, work); }
const constants = freeze(facts.constants);
give('константи', constants);
give('constants', constants);
const before = facts.before && documentOf(facts.before, false);
give('було', before);
give('before', before);
const own = documentOf(facts.values, true);
for (const name of { task: ['задача', 'task'], event: ['подія', 'event'], project: ['проєкт', 'проект', 'project'] }[facts.document]) give(name, own);
give('документ', own);
})`;
