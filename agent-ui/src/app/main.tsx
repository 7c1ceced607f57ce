import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { connectLive } from '../live/connect-live.ts';
import { ConsoleApp } from './console-app.tsx';

// The page's rules allow no code made from text: without this zod tries it and the browser complains.
z.config({ jitless: true });

const place = document.getElementById('console');
if (!place) throw new Error('index.html has no element for the console');
createRoot(place).render(
  <StrictMode>
    <ConsoleApp openLive={connectLive} />
  </StrictMode>,
);
