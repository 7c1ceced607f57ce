import { expect, test } from 'vitest';
import { wordWelcome } from '../../server/start/welcome.ts';
import { readDemonstration } from './demonstration.ts';

const demonstration = {
  password: 'dzvin-demo-1',
  people: [
    { name: 'Олена Бондар', email: 'olena@demo.example', role: { uk: 'адміністратор', en: 'administrator' } },
    { name: 'Петро Гнатюк', email: 'petro@demo.example', role: { uk: 'оператор', en: 'agent' } },
  ],
  lines: [
    { name: 'Підтримка', numbers: ['5000', '+380445001020'] },
    { name: 'Продажі', numbers: ['5001'] },
  ],
};

test.each(['uk', 'en'] as const)('sign-ins and lines are read from what is printed (%s)', (language) => {
  const printed = wordWelcome({ url: 'http://127.0.0.1:8080', demonstration })[language];
  const people = demonstration.people.map(({ role, ...person }) => ({ ...person, role: role[language] }));
  expect(readDemonstration(`…\n${printed}\n`)).toEqual({ ...demonstration, people });
});

test('nothing printed is an error that shows what was', () => {
  expect(() => readDemonstration('Asterisk: starting')).toThrow(/Asterisk: starting/);
});
