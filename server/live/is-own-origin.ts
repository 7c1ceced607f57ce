import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the page that opens a socket is one of ours. A browser sends the cookie along whatever page asks, and says
 * which one in `origin`; what is no browser sends none and has to bring the cookie itself.
 */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, allowedOrigins: readonly string[]): boolean {
  if (origin === undefined || allowedOrigins.includes(origin)) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
