import { expect, test, vi } from 'vitest';
import { prepareBrowser, show } from '../../test/stage/show.tsx';

prepareBrowser();
vi.setConfig({ testTimeout: 30_000 });

/** A word that only the full screen has, and what the empty one says. */
const screens: readonly (readonly [path: string, full: string | RegExp, empty: string])[] = [
  ['/calls', 'Ліцей № 4', 'За цим відбором дзвінків немає'],
  ['/clients', 'К-000318', 'Клієнтів поки що немає'],
  ['/settings/task-statuses', 'Чекаємо клієнта', 'Довідник порожній'],
  ['/settings/people', 'Ґалина Їжак', 'Користувачів немає'],
  ['/settings/lines', 'Підтримка', 'Ліній ще немає'],
  ['/history', 'Зерно', 'Змін ще немає'],
];

test.each(screens)('%s shows its rows', async (path, full) => {
  const screen = await show(path);
  expect((await screen.findAllByText(full)).length).toBeGreaterThan(0);
});

test.each(screens)('%s says when it is empty', async (path, _full, empty) => {
  await (await show(path, { state: 'empty' })).findByText(empty);
});

test.each(screens)('%s says what failed and how to mend it', async (path) => {
  const screen = await show(path, { state: 'error' });
  await screen.findByText(/База даних не відповідає/, {}, { timeout: 5_000 });
  expect(screen.getByRole('button', { name: 'Спробувати ще раз' })).toBeDefined();
});

test.each(screens)('%s waits quietly', async (path) => {
  await (await show(path, { state: 'loading' })).findByRole('status', { name: 'Завантаження…' });
});

test('the board shows figures, people, queue and lines', async () => {
  const screen = await show('/hotline');
  for (const words of ['86 %', '231', 'Марія Коваль', 'Вечірня лінія']) await screen.findByText(words);
});

test('the board of an empty firm shows a dash for what cannot be computed', async () => {
  const screen = await show('/hotline', { state: 'empty' });
  await screen.findByText('На лінії нікого');
  expect(screen.getByText('Рівень обслуговування сьогодні').parentElement?.textContent).toContain('—');
});

test('the self-check words each finding and its mend', async () => {
  await (await show('/self-check')).findByText(/зразок друкує npm run asterisk:config/);
});

test('the history shows no password, only that it changed', async () => {
  expect(await (await show('/history')).findByText('змінено')).toBeDefined();
});

test('fields to keep are ticks with the names people know', async () => {
  const screen = await show('/settings/history');
  expect(await screen.findByRole('checkbox', { name: 'Відповідальний менеджер' })).toHaveProperty('checked', true);
});

test('why this person and not another is told in words', async () => {
  const screen = await show('/calls/call-1');
  await screen.findByText('Чому саме Оксана Мельник?');
  expect(screen.getAllByText(/Ґалина Їжак.*пропущено дзвінок/).length).toBeGreaterThan(0);
});

test('the filter of the call log stands in the address', async () => {
  const screen = await show('/calls?period=today&result=missed');
  expect(await screen.findByDisplayValue('Сьогодні')).toBeDefined();
  expect(screen.getByDisplayValue('Неприйняті')).toBeDefined();
});
