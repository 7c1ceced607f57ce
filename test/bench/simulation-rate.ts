/**
 * How many calls a second the simulator plays, every invariant checked after each step, on one core.
 *
 *     npx tsx test/bench/simulation-rate.ts [--json]
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { percentile } from './percentile.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const calls = 20_000;
const rounds = 3;

const rates = Array.from({ length: rounds }, (_, round) => rateOf(1 + round * calls));
const row = { bench: 'simulation-rate', calls, rounds, callsPerSecond: percentile(rates, 0.5) };
console.log(
  options.json ? JSON.stringify(row) : `simulation-rate: ${row.callsPerSecond} calls/s (median of ${rounds})`,
);

/** As a person would run it; it prints its own rate. */
function rateOf(seed: number): number {
  const command = [
    '--import',
    'tsx',
    'telephony/simulator/run-sim.ts',
    '--calls',
    String(calls),
    '--seed',
    String(seed),
  ];
  const printed = execFileSync(process.execPath, command, { encoding: 'utf8', timeout: 120_000 });
  const rate = /= (\d+) calls\/s/.exec(printed)?.[1];
  if (rate === undefined) throw new Error(`the simulation printed no rate:\n${printed}`);
  return Number(rate);
}
