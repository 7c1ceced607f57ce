import { cleanNotifications } from '@mantine/notifications';
import { createMemoryHistory } from '@tanstack/react-router';
import { cleanup, configure, render, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { ConsoleApp } from '../../src/app/console-app.tsx';
import { board } from '../cast.ts';
import { type Asked, type ScreenState, stageFetch } from './answers.ts';
import { stageLive } from './fake-live.ts';
import { play, type SceneName } from './scenes.ts';

interface Shown {
  readonly state?: ScreenState;
  readonly scene?: SceneName;
  readonly refuse?: (write: Asked) => Response | undefined;
}

/** Shows a screen of the whole console, with its server and socket played by the stage. */
export async function show(path: string, { state = 'full', scene = 'idle', refuse }: Shown = {}) {
  const asked: Asked[] = [];
  const live = stageLive(state === 'empty' ? { ...board, lines: [], people: [], queue: [] } : board);
  const history = createMemoryHistory({ initialEntries: [path] });
  vi.stubGlobal('fetch', stageFetch(state, asked, refuse));
  const screen = render(<ConsoleApp openLive={() => live} history={history} />);
  await waitFor(
    () => live.asked.some(({ name }) => name === 'desk.refresh') || Promise.reject(new Error('no desk yet')),
    {
      timeout: 10_000,
    },
  );
  play(live, scene);
  return { ...screen, asked, live, history };
}

/** What jsdom lacks and the console's libraries measure with. */
export function prepareBrowser() {
  beforeAll(() => {
    const nothing = () => undefined;
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe = nothing;
        unobserve = nothing;
        disconnect = nothing;
      },
    );
    vi.stubGlobal('scrollTo', nothing);
    window.matchMedia = (media) =>
      Object.assign(new EventTarget(), {
        matches: false,
        media,
        onchange: null,
        addListener: nothing,
        removeListener: nothing,
      });
    Element.prototype.scrollIntoView = nothing;
    Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
    for (const size of ['offsetHeight', 'offsetWidth', 'clientHeight'] as const) {
      Object.defineProperty(HTMLElement.prototype, size, { configurable: true, value: 600 });
    }
  });
  // The page has thousands of elements: the sentence of a failed query is enough.
  configure({ asyncUtilTimeout: 5_000, getElementError: (message) => new Error(message ?? 'nothing found') });
  afterEach(() => {
    cleanup();
    cleanNotifications();
    localStorage.clear();
  });
}
