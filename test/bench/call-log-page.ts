/**
 * A page of the call log among a million calls, as a supervisor asks for it: the newest, a page far back, one line, one
 * client, a part of a number.
 *
 *     npx tsx test/bench/call-log-page.ts [--json] [--calls 1000000]
 */
import { parseArgs } from 'node:util';
import { deedsOf } from '../../server/access/may.ts';
import { callLogFilter } from '../../server/calls/contract.ts';
import { listCalls } from '../../server/calls/list-calls.ts';
import { startBenchDatabase } from './bench-database.ts';
import { percentile, rounded } from './percentile.ts';
import { anyClientId, clientNumber, insertCalls, insertClients } from './queries.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, calls: { type: 'string', default: '1000000' } },
});
const calls = Number(options.calls);
const clients = Math.min(100_000, calls);
const pages = 200;
const supervisor = {
  personId: '00000000-0000-4000-a000-000000000000',
  name: 'Супервізор',
  role: 'supervisor' as const,
  deeds: deedsOf('supervisor'),
};

const { sql, stop } = await startBenchDatabase();
try {
  console.error(`filling in ${clients} clients and ${calls} calls…`);
  await insertClients(sql, clients);
  await insertCalls(sql, calls);
  await measure('newest', {});
  await measure('half-way back', { until: new Date(Date.now() - (calls / 2) * 63_000).toISOString() });
  await measure('one line', { lineId: '00000000-0000-4000-8000-000000000003' });
  await measure('missed', { result: 'missed' });
  await measure('one client', { clientId: await anyClientId(sql) });
  await measure('part of a number', { number: clientNumber(4711).slice(-6) });
} finally {
  await stop();
}

/** Milliseconds from asking to having the rows, one page of 50 after the other, the round trip included. */
async function measure(page: string, filter: Readonly<Record<string, string>>): Promise<void> {
  const parsed = callLogFilter.parse(filter);
  const times: number[] = [];
  for (let n = 0; n < pages + 20; n += 1) {
    const startedAt = performance.now();
    const { rows } = await listCalls(sql, supervisor, parsed);
    times.push(performance.now() - startedAt);
    if (rows.length === 0) throw new Error(`the page «${page}» is empty: the bench measures nothing`);
  }
  const counted = times.slice(20);
  const [p50, p99] = [rounded(percentile(counted, 0.5)), rounded(percentile(counted, 0.99))];
  const row = { bench: 'call-log-page', page, among: calls, pages, p50, p99 };
  console.log(options.json ? JSON.stringify(row) : `call-log-page, ${page} among ${calls}: p50 ${p50} p99 ${p99} ms`);
}
