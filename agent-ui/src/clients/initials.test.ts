import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['ТОВ «Зерно-Полісся»', 'ЗП'],
  ['Ліцей № 4', 'Л4'],
  ['ФОП Кравець Ганна Іванівна', 'КГ'],
  ['Їжакевич', 'Ї'],
  ['—', ''],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
