/**
 * `npm run bench`: every bench of this folder, one after the other. Never part of `npm test`; see docs/performance.md for
 * what the figures mean and on what machine they were taken.
 *
 *     npm run bench -- [--json] [--only ring-delay,pop-delay]
 *
 * With `--json` one object per row on standard output and nothing else there; what is going on goes to standard error.
 */
import { parseArgs } from 'node:util';
import { runProgram } from '../harness/run-program.ts';

const benches = ['ring-delay', 'pop-delay', 'decision-time', 'client-by-phone', 'call-log-page', 'simulation-rate'];

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? benches;
const unknown = wanted.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${benches.join(', ')}`);
  process.exit(2);
}

for (const name of wanted) {
  console.error(`── ${name}`);
  const file = new URL(`${name}.ts`, import.meta.url).pathname;
  const code = await runProgram(process.execPath, ['--import', 'tsx', file, ...(values.json ? ['--json'] : [])], {
    limitSeconds: 1500,
  });
  if (code !== 0) process.exitCode = 1;
}
