import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectLive } from '../live/connect-live.ts';
import { ConsoleApp } from './console-app.tsx';

const place = document.getElementById('console');
if (!place) throw new Error('index.html has no element for the console');
createRoot(place).render(
  <StrictMode>
    <ConsoleApp openLive={connectLive} />
  </StrictMode>,
);
