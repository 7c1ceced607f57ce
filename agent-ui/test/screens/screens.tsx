import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../../src/ui/global.css';
import { createMemoryHistory } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { ConsoleApp } from '../../src/app/console-app.tsx';
import { board } from '../cast.ts';
import { type ScreenState, screenStates, stageFetch } from '../stage/answers.ts';
import { stageLive } from '../stage/fake-live.ts';
import { play, type SceneName, scenes } from '../stage/scenes.ts';

/*
 * Any screen of the console in any state, without a server:
 * `/test/screens/?path=/calls&state=empty&scene=ringing`
 */
const asked = new URLSearchParams(window.location.search);
const state = screenStates.find((one) => one === asked.get('state')) ?? 'full';
const scene = (Object.keys(scenes) as SceneName[]).find((one) => one === asked.get('scene')) ?? 'idle';

window.fetch = stageFetch(state);
const live = stageLive(boardIn(state));

const place = document.getElementById('console');
if (!place) throw new Error('the page has no element for the console');
createRoot(place).render(
  <ConsoleApp openLive={() => live} history={createMemoryHistory({ initialEntries: [asked.get('path') ?? '/'] })} />,
);

// As the real server does: the desk is told when the console asks for it.
live.onAsk = (name) => {
  if (name !== 'desk.refresh') return;
  live.onAsk = null;
  setTimeout(() => play(live, scene));
};

function boardIn(one: ScreenState) {
  if (one === 'loading') return undefined;
  if (one === 'error') return null;
  return one === 'empty' ? { ...board, lines: [], people: [], queue: [] } : board;
}
