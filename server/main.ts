import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Config } from '../config/load-config.ts';
import type { Database } from './platform/database.ts';
import type { Log } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';
import type { PbxAccess } from './start/start-telephony.ts';
import type { Demonstration } from './start/welcome.ts';

/** What is started before the server and outlives it. */
export interface ServerDeps {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly pbx: PbxAccess;
  readonly log: Log;
  /** The built pages of the console. */
  readonly consoleFolder: string;
}

export interface RunningServer {
  /** Who may sign in and where to call, as long as the data is the demonstration's. */
  readonly demonstration: Demonstration | null;
  stop(): Promise<void>;
}

/** The composition root: wires all slices. */
export async function runServer(config: Config, _deps: ServerDeps): Promise<RunningServer> {
  const app = new Hono().get('/api/health', (c) => c.json({ ok: true }));
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host });
  return {
    demonstration: null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
