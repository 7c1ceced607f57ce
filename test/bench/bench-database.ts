import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase } from '../../server/platform/database.ts';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { endWithUs } from '../harness/end-with-us.ts';

export interface BenchDatabase {
  readonly sql: Database;
  readonly url: string;
  stop(): Promise<void>;
}

/** A migrated database of the bench's own, with the product's settings, in a folder that goes away with it. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'dzvin-bench-postgres-'));
  const server = await startEmbeddedPostgres({ folder });
  const sql = openDatabase(server.url, { maxConnections: 4, applicationName: 'dzvin-bench' });
  await migrate(sql, fileURLToPath(new URL('../../server/migrations', import.meta.url)));
  const forget = endWithUs(() => {
    process.kill(server.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const stop = async () => {
    await sql.end({ timeout: 5 });
    await server.stop();
    forget();
    rmSync(folder, { recursive: true, force: true });
  };
  return { sql, url: server.url, stop };
}
