import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import { use, useEffect } from 'react';
import type { SessionView } from '../../../server/access/contract.ts';
import { DeskProvider } from '../desk/desk-provider.tsx';
import { OpenLiveContext } from '../live/live.ts';
import { LiveProvider, useLive } from '../live/live-provider.tsx';
import { ErrorState, LoadingState } from '../ui/plain-state.tsx';
import { Frame } from './frame.tsx';
import { SessionProvider, sessionKey, useSessionQuery } from './session.tsx';

/** Everything behind the sign-in: without a session it leads to the sign-in page and back again. */
export function FramePage() {
  const { data: session, error, refetch } = useSessionQuery();
  const { pathname, searchStr } = useLocation();
  if (session === undefined)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (session === null) {
    // The address changes before the page does: leading there again would never end.
    if (pathname === '/sign-in') return null;
    const back = `${pathname}${searchStr}`;
    return <Navigate to="/sign-in" search={back === '/' ? {} : { back }} replace />;
  }
  return <SignedIn session={session} />;
}

function SignedIn({ session }: { readonly session: SessionView }) {
  const openLive = use(OpenLiveContext);
  if (!openLive) throw new Error('the console needs a way to open its socket');
  return (
    <SessionProvider session={session}>
      <LiveProvider open={openLive}>
        <DeskProvider personId={session.personId}>
          <SessionEnd />
          <Frame />
        </DeskProvider>
      </LiveProvider>
    </SessionProvider>
  );
}

/** The server says that the session is over: forget it, which leads to the sign-in page. */
function SessionEnd() {
  const { live } = useLive();
  const queries = useQueryClient();
  useEffect(() => live.on('session.ended', () => queries.setQueryData(sessionKey, null)), [live, queries]);
  return null;
}
