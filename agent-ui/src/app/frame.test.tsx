import { fireEvent, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { prepareBrowser, show } from '../../test/stage/show.tsx';

prepareBrowser();
vi.setConfig({ testTimeout: 30_000 });

test('Alt and a digit set the status (R-163)', async () => {
  const screen = await show('/calls');
  await screen.findByRole('button', { name: /Мій статус, Вільний/ });
  fireEvent.keyDown(document.body, { code: 'Digit4', key: '4', altKey: true });
  await waitFor(() =>
    expect(screen.asked).toContainEqual(
      expect.objectContaining({ path: '/api/presence/me', body: { status: 'break', note: null } }),
    ),
  );
});

test('a status that needs a reason asks for it', async () => {
  const screen = await show('/calls');
  await screen.findByRole('button', { name: /Мій статус, Вільний/ });
  fireEvent.keyDown(document.body, { code: 'Digit7', key: '7', altKey: true });
  await userEvent.type(await screen.findByRole('textbox', { name: /Причина/ }), 'планірка{Enter}');
  await waitFor(() => expect(screen.asked.at(-1)?.body).toEqual({ status: 'meeting', note: 'планірка' }));
});

test('the status chosen for after the call is shown and can be cleared', async () => {
  const screen = await show('/', { scene: 'talking' });
  await screen.findByText('далі: Перерва');
  await userEvent.click(screen.getByRole('button', { name: 'Не змінювати статус після дзвінка' }));
  await waitFor(() => expect(screen.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/presence/me/next' }));
});

test('one click brings back whoever missed a call', async () => {
  const screen = await show('/', { scene: 'missed' });
  await userEvent.click(await screen.findByRole('button', { name: 'Я на місці' }));
  await waitFor(() => expect(screen.asked.at(-1)?.path).toBe('/api/presence/me/return'));
});

test('a lost connection says since when nothing is fresh', async () => {
  const screen = await show('/calls', { scene: 'lost' });
  await screen.findByText(/Немає зв’язку, з \d\d:\d\d дані не оновлюються/);
});

test('a question mark shows the keys', async () => {
  const screen = await show('/calls');
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
  await screen.findByText('Обрати, хто дзвонить');
});

test('the page has its landmarks', async () => {
  const screen = await show('/calls');
  await screen.findByRole('main');
  expect(screen.getByRole('banner')).toBeDefined();
  expect(screen.getByRole('navigation', { name: 'Модулі' })).toBeDefined();
});
