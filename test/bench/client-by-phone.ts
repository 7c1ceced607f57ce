/**
 * Who is calling, among a million clients and a million calls: the query of the pop, with each client's last calls.
 *
 *     npx tsx test/bench/client-by-phone.ts [--json] [--clients 1000000]
 */
import { parseArgs } from 'node:util';
import { findCaller } from '../../server/clients/index.ts';
import { startBenchDatabase } from './bench-database.ts';
import { percentile, rounded } from './percentile.ts';
import { clientNumber, insertCalls, insertClients } from './queries.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, clients: { type: 'string', default: '1000000' } },
});
const clients = Number(options.clients);
const lookUps = 2_000;

const database = await startBenchDatabase();
try {
  console.error(`filling in ${clients} clients and as many calls…`);
  await insertClients(database.sql, clients);
  await insertCalls(database.sql, clients);
  await measure('known', (n) => clientNumber(1 + ((n * 7919) % clients)));
  await measure('unknown', (n) => `+38067${String(1_000_000 + n)}`);
} finally {
  await database.stop();
}

/** Milliseconds from asking to having the answer, one after the other, the round trip to PostgreSQL included. */
async function measure(caller: 'known' | 'unknown', numberOf: (n: number) => string): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < lookUps + 200; n += 1) {
    const startedAt = performance.now();
    const matches = await findCaller(database.sql, numberOf(n));
    times.push(performance.now() - startedAt);
    if (matches.length > 0 !== (caller === 'known')) throw new Error(`${numberOf(n)} gave ${matches.length} matches`);
  }
  const counted = times.slice(200);
  const row = {
    bench: 'client-by-phone',
    clients,
    caller,
    lookUps,
    p50: rounded(percentile(counted, 0.5)),
    p99: rounded(percentile(counted, 0.99)),
  };
  console.log(
    options.json
      ? JSON.stringify(row)
      : `client-by-phone among ${clients} clients, caller ${caller}: p50 ${row.p50} p99 ${row.p99} ms`,
  );
}
