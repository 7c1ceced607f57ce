import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { TaskStatusView, UserStatusView } from '../../server/directories/contract.ts';
import type { StatusLogRow } from '../../server/presence/contract.ts';
import { choosePresence, hire } from '../harness/firm.ts';
import { openConsole } from '../harness/open-console.ts';
import { stageOfFile } from '../harness/stage.ts';
import { until } from '../harness/until.ts';

const stage = stageOfFile();

const userStatuses = async () =>
  (await stage().administrator.get<{ rows: UserStatusView[] }>('/api/directories/user-statuses')).rows;
const taskStatuses = async () =>
  (await stage().administrator.get<{ rows: TaskStatusView[] }>('/api/directories/task-statuses')).rows;

test('a fresh database has six statuses of people and nine of tasks that belong to the system', async () => {
  const people = (await userStatuses()).filter(({ isSystem }) => isSystem);
  const tasks = (await taskStatuses()).filter(({ isSystem }) => isSystem);

  expect(people).toHaveLength(6);
  expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Вільний', 'Робота з клієнтами']));
  expect(tasks).toHaveLength(9);
});

test.each([
  ['user-statuses', 'free'],
  ['task-statuses', 'new'],
])('a system row of %s is not deleted', async (directory, code) => {
  const deleting = stage().administrator.send('DELETE', `/api/directories/${directory}/${code}`);

  await expect(deleting).rejects.toMatchObject({ body: { code: 'system_row_fixed' } });
});

test('an own status is deleted while nobody uses it, afterwards only closed', async () => {
  const { administrator } = stage();
  const own = { code: 'stocktaking', name: 'Інвентаризація', acceptsDirect: 'no' };
  await administrator.send('POST', '/api/directories/user-statuses', own);
  await administrator.send('DELETE', '/api/directories/user-statuses/stocktaking');
  await administrator.send('POST', '/api/directories/user-statuses', own);

  const iryna = await hire(administrator, { fullName: 'Ірина Коваль', sipExtension: '721' });
  const seat = await stage().seat(iryna, { habit: 'never_answers' });
  await choosePresence(seat.session, 'stocktaking');
  // What is in use is what the status log holds; it is written a moment after the person sees the status.
  const day = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Kyiv' });
  const log = `/api/presence/${iryna.personId}/log?day=${day}`;
  await until(
    async () =>
      (await administrator.get<{ rows: StatusLogRow[] }>(log)).rows.some(({ shown }) => shown === 'stocktaking'),
    { for: 'the status in the log', seconds: 5 },
  );

  const deleting = administrator.send('DELETE', '/api/directories/user-statuses/stocktaking');
  await expect(deleting).rejects.toMatchObject({ body: { code: 'in_use' } });
  await administrator.send('PUT', '/api/directories/user-statuses/stocktaking', { ...own, isActive: false });
  expect((await userStatuses()).find(({ code }) => code === 'stocktaking')).toMatchObject({ isActive: false });
});

test('in the registry system rows are bold, own ones blue, and Реєстр/Створити makes an own one', async () => {
  const { product, administrator } = stage();
  const page = await openConsole(await stage().browser(), product, administrator);
  await page.goto(`${product.url}/settings/user-statuses`);
  await page.getByRole('row', { name: /Робота з клієнтами/ }).waitFor();
  await page.getByRole('toolbar', { name: 'Реєстр' }).getByRole('button', { name: 'Створити' }).click();
  const properties = page.getByRole('dialog', { name: 'Властивості' });
  await properties.getByRole('textbox', { name: /^Найменування/ }).fill('Виставка');
  await properties.getByRole('textbox', { name: /^Код/ }).fill('exhibition');
  await properties.getByRole('button', { name: 'Зберегти' }).click();

  const own = page.getByRole('row', { name: /Виставка/ });
  const system = page.getByRole('row', { name: /Вільний/ });
  await own.waitFor();
  expect(Number(await styleOf(system, 'fontWeight'))).toBeGreaterThanOrEqual(600);
  expect(Number(await styleOf(own, 'fontWeight'))).toBeLessThan(600);
  expect(isBlue(await styleOf(own, 'color'))).toBe(true);
  expect(isBlue(await styleOf(system, 'color'))).toBe(false);
});

function styleOf(row: Locator, property: 'color' | 'fontWeight'): Promise<string> {
  return row.evaluate((element, name) => element.ownerDocument.defaultView.getComputedStyle(element)[name], property);
}

/** More blue than anything else, clearly: `rgb(28, 92, 200)`. */
function isBlue(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map(Number);
  return blue - Math.max(red, green) > 40;
}
