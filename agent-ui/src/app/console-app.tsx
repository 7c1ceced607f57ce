import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { type Live, OpenLiveContext } from '../live/live.ts';
import { RefusedError } from '../live/request.ts';
import { startTexts } from '../texts/start-texts.ts';
import { PreferencesProvider, rememberedLanguage } from '../ui/preferences.tsx';
import { theme, tokenResolver } from '../ui/theme.ts';
import { makeRouter } from './router.tsx';

interface Props {
  readonly openLive: () => Live;
  /** Where the address is kept; the browser's own unless told. */
  readonly history?: RouterHistory;
}

/** A rule's «no» stays a «no»; a network that stumbled gets another chance. */
const mayRetry = (failures: number, error: unknown) => !(error instanceof RefusedError) && failures < 2;

/** The whole console: theme, words, data, addresses. */
export function ConsoleApp({ openLive, history }: Props) {
  const [texts] = useState(() => startTexts(rememberedLanguage()));
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: mayRetry, staleTime: 5_000 } } }),
  );
  const [router] = useState(() => makeRouter(history));
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider theme={theme} cssVariablesResolver={tokenResolver} defaultColorScheme="auto">
        <Notifications position="bottom-left" limit={4} />
        <QueryClientProvider client={queries}>
          <PreferencesProvider>
            <OpenLiveContext value={openLive}>
              <RouterProvider router={router} />
            </OpenLiveContext>
          </PreferencesProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
