import { fireEvent, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { prepareBrowser, show } from '../../test/stage/show.tsx';

prepareBrowser();
vi.setConfig({ testTimeout: 30_000 });

test('Ins opens a new task; without a subject it is named and nothing is sent (R-019a, R-162)', async () => {
  const screen = await show('/tasks');
  await screen.findByText('Задач немає');
  fireEvent.keyDown(document.body, { key: 'Insert' });
  await userEvent.click(await screen.findByRole('button', { name: /Зберегти/ }));
  await screen.findByText('Заповніть поле «Тема»');
  expect(screen.asked).toEqual([]);
});

test('a new event needs its type and subject (R-018, R-162)', async () => {
  const screen = await show('/events');
  await screen.findByText('Подій немає');
  fireEvent.keyDown(document.body, { key: 'Insert' });
  const subject = await screen.findByRole('textbox', { name: /Тема/ });
  await userEvent.type(subject, 'Огляд складу');
  await userEvent.click(screen.getByRole('button', { name: /Зберегти/ }));
  await waitFor(() => screen.getByText('Заповніть поле «Тип»'));
  expect(screen.asked).toEqual([]);
});
