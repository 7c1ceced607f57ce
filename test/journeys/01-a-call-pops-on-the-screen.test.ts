import { expect, test } from 'vitest';
import type { ClientRow } from '../../server/clients/contract.ts';
import { endedCall } from '../harness/call-log.ts';
import { signInOnPage } from '../harness/open-console.ts';
import { stageOfFile } from '../harness/stage.ts';

// A fresh start on the demonstration's data, with nothing but what the terminal says.
const stage = stageOfFile();

test('npm run call brings the client to the screen, the call into the log and the board into motion', async () => {
  const { product, administrator } = stage();
  const { people, password, lines } = product.demonstration;
  const agent = people.find(({ role }) => role === 'Оператор' || role === 'agent');
  const supervisor = people.find(({ role }) => role === 'Супервізор' || role === 'supervisor');
  const number = lines[0]?.numbers[0];
  if (!agent || !supervisor || !number) throw new Error(`the demonstration lacks somebody\n${product.output}`);
  const { rows } = await administrator.get<{ rows: ClientRow[] }>('/api/clients?limit=200');
  const client = rows.find(({ phone }) => phone !== null);
  if (!client?.phone) throw new Error('the demonstration has no client with a phone');

  const browser = await stage().browser();
  const desk = await signInOnPage(browser, product, { email: agent.email, password });
  const board = await signInOnPage(browser, product, { email: supervisor.email, password });
  await board.getByRole('link', { name: 'Гаряча лінія' }).click();
  await board.getByText('Рівень обслуговування сьогодні').first().waitFor();

  const call = product.run('call', '--from', client.phone, '--to', number, '--answer', '--talk', '6');
  const pop = desk.getByRole('region', { name: /^Телефонує/ });
  await pop.getByRole('heading', { name: client.name }).waitFor();
  await board.getByRole('row', { name: new RegExp(`${agent.name}.*Робота з клієнтами`) }).waitFor();

  expect(await call).toMatchObject({ code: 0 });
  expect(await endedCall(administrator, client.phone)).toMatchObject({
    outcome: 'answered',
    clientName: client.name,
    personName: agent.name,
  });
  await desk.getByRole('link', { name: 'Дзвінки' }).click();
  await desk.getByRole('row', { name: new RegExp(client.name) }).waitFor();
});
