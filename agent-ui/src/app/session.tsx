import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { Deed, SessionView } from '../../../server/access/contract.ts';
import { RefusedError, request } from '../live/request.ts';

const SessionContext = createContext<SessionView | null>(null);

export const sessionKey = ['session'] as const;

/** Who is signed in: undefined while asking, null when nobody is. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async () => {
      try {
        return await request<SessionView>('GET', '/api/session');
      } catch (error) {
        if (error instanceof RefusedError && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function SessionProvider({
  session,
  children,
}: {
  readonly session: SessionView;
  readonly children: ReactNode;
}) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The person signed in. Only below the frame, where there always is one. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** Hides what the server would refuse; the server decides. */
export function useMay(deed: Deed): boolean {
  return useSession().deeds.includes(deed);
}
