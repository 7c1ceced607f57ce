import { fireEvent, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { prepareBrowser, show } from '../../test/stage/show.tsx';

prepareBrowser();
vi.setConfig({ testTimeout: 30_000 });

const path = '/settings/user-statuses';

test('the column «Вид» says what bold and blue say (R-081)', async () => {
  const screen = await show(path);
  await screen.findByText('Нарада');
  expect(screen.getAllByText('Системний')).toHaveLength(6);
  expect(screen.getAllByText('Користувацький')).toHaveLength(2);
});

test('Ins opens «Властивості»; saving without a name names it and puts the cursor there (R-082)', async () => {
  const screen = await show(path);
  await screen.findByText('Нарада');
  fireEvent.keyDown(document.body, { key: 'Insert' });
  await userEvent.click(await screen.findByRole('button', { name: /Зберегти/ }));
  await screen.findByText('Заповніть поле «Найменування»');
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  expect(screen.asked).toEqual([]);
});

test('a row in use is refused with the places', async () => {
  const screen = await show(path, {
    refuse: () =>
      new Response(JSON.stringify({ code: 'in_use', details: { places: 'Леся Гончар' } }), {
        status: 409,
        headers: { 'content-type': 'application/json' },
      }),
  });
  await userEvent.click(await screen.findByText('Нарада'));
  fireEvent.keyDown(document.body, { key: 'Delete' });
  await screen.findByText(/використовується \(Леся Гончар\)/);
});

test('F4 opens a system row with its code closed to change (R-063)', async () => {
  const screen = await show(path);
  await userEvent.click(await screen.findByText('Перерва'));
  fireEvent.keyDown(document.body, { key: 'F4' });
  expect((await screen.findByRole('textbox', { name: /Код/ })).hasAttribute('disabled')).toBe(true);
});
