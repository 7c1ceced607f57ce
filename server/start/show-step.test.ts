import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showStep } from './show-step.ts';
import type { Terminal } from './terminal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function fakeTerminal() {
  const lines: string[] = [];
  const terminal: Terminal = { language: 'en', say: ({ en }) => void lines.push(en) };
  return { lines, terminal };
}

const takes = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve('done'), ms));

test('a short step is not told', async () => {
  const { lines, terminal } = fakeTerminal();
  const result = showStep(terminal, { uk: '', en: 'Database' }, () => takes(900));
  await vi.advanceTimersByTimeAsync(900);
  expect(await result).toBe('done');
  expect(lines).toEqual([]);
});

test('a long step says what it does, how far it is and how long it took', async () => {
  const { lines, terminal } = fakeTerminal();
  const result = showStep(terminal, { uk: '', en: 'Asterisk' }, async (progress) => {
    progress({ uk: '', en: 'Downloading', percent: 10 });
    await takes(3_000);
    progress({ uk: '', en: 'Unpacking', percent: null });
    await takes(9_000);
  });
  await vi.advanceTimersByTimeAsync(12_000);
  await result;
  expect(lines).toEqual(['… Downloading, 10 %', '… Unpacking', '✓ Asterisk: 12 s']);
});
