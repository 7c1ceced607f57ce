import { expect, test } from 'vitest';
import type { EnterpriseView } from '../../server/enterprises/contract.ts';
import { hire } from '../harness/firm.ts';
import { openConsole } from '../harness/open-console.ts';
import { stageOfFile } from '../harness/stage.ts';

const stage = stageOfFile();

test('choosing a user fills who it is; a taken SIP number is refused beside its field; typed text survives a walk', async () => {
  const { administrator, product } = stage();
  await hire(administrator, { fullName: 'Аліна Журавель', sipExtension: '728', email: 'alina@firm.test' });
  await hire(administrator, { fullName: 'Богдан Ярема', sipExtension: '729', email: 'bohdan@firm.test' });
  const page = await openConsole(await stage().browser(), product, administrator);
  await page.goto(`${product.url}/settings/people`);

  await page.getByText('Богдан Ярема').first().click();
  await page.getByLabel('Користувач', { exact: true }).waitFor();
  expect(await page.getByLabel('Користувач', { exact: true }).inputValue()).toBe('bohdan@firm.test');
  expect(await page.getByLabel('Повне ім’я', { exact: true }).inputValue()).toBe('Богдан Ярема');
  expect(await page.getByLabel('Користувач', { exact: true }).isDisabled()).toBe(true);
  expect(await page.getByLabel('Структурна одиниця').count()).toBe(0);

  await page.getByLabel('SIP-номер', { exact: true }).fill('728');
  await page.getByRole('button', { name: /Зберегти/ }).click();
  await page.getByText(/Цей SIP-номер уже має Аліна Журавель/).waitFor();

  await page.getByText('Аліна Журавель', { exact: true }).first().click();
  await page.getByRole('heading', { name: 'Аліна Журавель' }).waitFor();
  await page.getByText('Богдан Ярема').first().click();
  await page.getByRole('heading', { name: 'Богдан Ярема' }).waitFor();
  await page.getByText(/Є незбережені зміни/).waitFor();
  expect(await page.getByLabel('SIP-номер', { exact: true }).inputValue()).toBe('728');
});

test('under centralised accounting the unit is asked for, and saving without one is refused', async () => {
  const { administrator, product } = stage();
  const { rows } = await administrator.get<{ rows: EnterpriseView[] }>('/api/enterprises');
  const unitForOldData = rows[0]?.enterpriseId ?? '';
  await administrator.send('PUT', '/api/units/mode', { isCentralised: true, unitForOldData });
  const draft = { fullName: 'Віра Гай', sipExtension: '730', email: 'vira@firm.test' };
  await expect(hire(administrator, draft)).rejects.toMatchObject({ body: { code: 'unit_required', field: 'unitId' } });
  const vira = await hire(administrator, { ...draft, unitId: unitForOldData });

  const page = await openConsole(await stage().browser(), product, administrator);
  await page.goto(`${product.url}/settings/people?person=${vira.personId}`);
  const unit = page
    .getByRole('combobox', { name: /Структурна одиниця/ })
    .or(page.getByLabel(/Структурна одиниця/))
    .first();
  await unit.waitFor();
  expect(await unit.inputValue()).toContain(rows[0]?.name);
});
