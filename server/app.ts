import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Schema } from 'hono/types';
import type { RefusalView } from './access/contract.ts';
import { type AccessDeps, type Signed, sessionRoutes, signedIn, signInRoutes } from './access/index.ts';
import { apiDocument } from './api-document.ts';
import { isOwnOrigin } from './live/is-own-origin.ts';
import type { Log } from './platform/log.ts';
import { Refusal } from './platform/refusal.ts';
import { refusalIn } from './refusal-in.ts';

export interface AppParts {
  readonly access: AccessDeps;
  /** Routes of the slices by their path, `/api/people` for example; all of them behind sign-in. */
  readonly slices: Readonly<Record<`/api/${string}`, Hono<Signed, Schema>>>;
  /** The built pages of the console. */
  readonly consoleFolder: string;
  /** What people type into the browser. https: cookies and pages never travel without. */
  readonly publicUrl: string;
  readonly log: Log;
}

const MAX_BODY_BYTES = 1024 * 1024;
const READING_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** The whole of HTTP: API and console. A refusal becomes its status and a `RefusalView`, whatever route it came from. */
export function createApp(parts: AppParts) {
  const app = new Hono<Signed>();
  app.use(headers(parts));
  app.use('/api/*', noStore, onlyOwnPages(parts), limitBody);
  app.get('/api/health', (c) => c.json({ ok: true }));
  app.route('/api/auth', signInRoutes(parts.access));
  app.use('/api/*', signedIn(parts.access));
  app.route('/api/session', sessionRoutes());
  for (const [path, routes] of Object.entries(parts.slices)) app.route(path, routes);
  app.get('/api/openapi.json', (c) => c.json(apiDocument(app.routes)));
  app.all('/api/*', () => {
    throw new Refusal('not_found', { what: 'route' });
  });
  app.route('/', consolePages(parts.consoleFolder));
  app.onError((error, c) => answerError(error, c, parts.log));
  return app;
}

/** Our own scripts, styles, pictures and sockets only. Inline styles stay allowed: the console's components set them. */
function headers({ publicUrl }: AppParts) {
  const isHttps = publicUrl.startsWith('https:');
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity: isHttps && 'max-age=15552000',
    // Both mean something over https only; without it browsers complain about each page.
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
  });
}

const noStore = createMiddleware(async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
});

/** Browsers send the cookie whatever page asks: what writes must come from a page of ours, or from no page at all. */
function onlyOwnPages({ publicUrl }: AppParts) {
  const allowed = [new URL(publicUrl).origin];
  return createMiddleware(async (c, next) => {
    const from = { origin: c.req.header('origin'), host: c.req.header('host') ?? new URL(c.req.url).host };
    if (!READING_METHODS.includes(c.req.method) && !isOwnOrigin(from, allowed)) throw new Refusal('cross_site');
    await next();
  });
}

const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new Refusal('input_invalid', { because: `more than ${MAX_BODY_BYTES} bytes` });
  },
});

function answerError(error: Error, c: Context, log: Log) {
  // The framework's own no: JSON that is none, for example.
  const refusal =
    error instanceof HTTPException ? new Refusal('input_invalid', { because: error.message }) : refusalIn(error);
  if (refusal) {
    const { code, field, details, httpStatus } = refusal;
    return c.json({ code, ...(field === null ? {} : { field }), details } satisfies RefusalView, httpStatus);
  }
  const faultId = crypto.randomUUID();
  log.error({ err: error, faultId, method: c.req.method, path: c.req.path }, 'request failed');
  return c.json({ code: 'server_fault', details: { faultId } } satisfies RefusalView, 500);
}

/** Files of the build; any other address is a page of the console, which finds its way by itself. */
function consolePages(folder: string) {
  const page = serveStatic({ root: folder, path: 'index.html' });
  const pages = new Hono().use(compress());
  if (!existsSync(join(folder, 'index.html'))) {
    return pages.get('*', (c) => c.text('The console is not built: npm run build', 503));
  }
  return pages
    .use('/assets/*', cacheFor('public, max-age=31536000, immutable'), serveStatic({ root: folder }))
    .get('/assets/*', (c) => c.notFound())
    .use(cacheFor('no-cache'), serveStatic({ root: folder }))
    .get('*', page);
}

/** Files under assets/ have their content's hash in the name; the others are asked for again, mostly to hear "not changed". */
function cacheFor(rule: string) {
  return createMiddleware(async (c, next) => {
    await next();
    if (c.res.ok) c.header('cache-control', rule);
  });
}
