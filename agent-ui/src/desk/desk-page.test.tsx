import { act, fireEvent, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { iryna, ringing } from '../../test/cast.ts';
import { prepareBrowser, show } from '../../test/stage/show.tsx';

prepareBrowser();
vi.setConfig({ testTimeout: 30_000 });

const json = (body: unknown, status: number) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

test('a ringing call names the person, the company, the line and why it came to me', async () => {
  const screen = await show('/', { scene: 'ringing' });
  const strip = await screen.findByRole('region', { name: 'Телефонує Ірина Гнатюк' });
  for (const words of [
    'ТОВ «Зерно-Полісся», бухгалтер',
    '+380 50 123 45 67',
    'Підтримка',
    /бо ви відповідаєте за клієнта/,
  ]) {
    expect(strip.textContent).toMatch(words);
  }
});

test('the pop tells the server that it was seen, and does not take the focus', async () => {
  const screen = await show('/calls');
  const number = await screen.findByLabelText('Номер містить');
  number.focus();
  act(() => screen.live.say('call.offered', { seq: 2, pop: ringing }));
  await screen.findByRole('region', { name: 'Телефонує Ірина Гнатюк' });
  await waitFor(() => expect(screen.live.asked.map(({ name }) => name)).toContain('call.pop_seen'));
  expect(document.activeElement).toBe(number);
});

test('a pop goes when the caller leaves', async () => {
  const screen = await show('/calls', { scene: 'ringing' });
  await screen.findByRole('region', { name: 'Телефонує Ірина Гнатюк' });
  act(() => screen.live.say('call.withdrawn', { seq: 2, callId: ringing.callId, because: 'caller_left' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Телефонує Ірина Гнатюк' })).toBeNull());
});

test('a digit chooses among several possible callers', async () => {
  const screen = await show('/calls', { scene: 'several' });
  await screen.findByText('Олександр Дяченко');
  fireEvent.keyDown(document.body, { key: '2' });
  await waitFor(() =>
    expect(screen.asked).toContainEqual(expect.objectContaining({ path: '/api/calls/call-1/client' })),
  );
});

test('an unknown caller becomes a client by a name alone', async () => {
  const screen = await show('/calls', { scene: 'unknown' });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Створити клієнта' }));
  await user.type(screen.getByLabelText('Назва або ім’я'), 'Ліцей № 5{Enter}');
  await waitFor(() => expect(screen.asked.map(({ path }) => path)).toContain('/api/calls/call-1/client'));
  const [create] = screen.asked;
  expect(create?.body).toMatchObject({ name: 'Ліцей № 5', phones: [{ raw: '+380501234567', isPrimary: true }] });
});

test('a note saves itself and is kept on this computer until then', async () => {
  const screen = await show('/', { scene: 'talking' });
  await userEvent.type(await screen.findByLabelText('Нотатка'), 'імпорт');
  expect(localStorage.getItem('dzvin.note.call-1')).toBe('імпорт');
  await screen.findByText('Збережено', {}, { timeout: 5_000 });
  expect(screen.asked.at(-1)).toMatchObject({ method: 'PUT', path: '/api/calls/call-1/note', body: { revision: 0 } });
});

test('a note changed by somebody else shows both texts to join', async () => {
  const theirs = { code: 'note_changed', details: { text: 'чуже', revision: 3 } };
  const taken = vi.fn(() => undefined);
  let isFirst = true;
  const screen = await show('/', {
    scene: 'talking',
    refuse: ({ path }) => {
      if (!path.endsWith('/note') || !isFirst) return taken();
      isFirst = false;
      return json(theirs, 409);
    },
  });
  await userEvent.type(await screen.findByLabelText('Нотатка'), 'моє');
  await userEvent.click(await screen.findByRole('button', { name: 'Об’єднати' }, { timeout: 5_000 }));
  await screen.findByText('Збережено', {}, { timeout: 5_000 });
  expect(screen.asked.at(-1)?.body).toEqual({ text: 'чуже\nмоє', revision: 3 });
});

test('after the call the note stays and wrap-up counts down', async () => {
  const screen = await show('/', { scene: 'wrap_up' });
  await screen.findByText(/лишилося/);
  expect(screen.getByLabelText('Нотатка')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: /Завершити обробку/ }));
  expect(screen.asked.at(-1)?.path).toBe('/api/presence/me/wrap-up/end');
});

test('the client’s card is beside the note', async () => {
  const screen = await show('/', { scene: 'talking' });
  expect((await screen.findAllByText(iryna.clientName, { exact: false })).length).toBeGreaterThan(0);
  await screen.findByText('050 123 45 67');
});

test('between calls the desk says why the hot line does not ring', async () => {
  const screen = await show('/', { scene: 'break', state: 'empty' });
  await screen.findByText('Дзвінки гарячої лінії вам зараз не надходять: статус не приймає гарячу лінію.');
});
