/**
 * `npm test`: everything, in this order, and a count at the end. A step that fails does not keep the next from running;
 * only without the prerequisites nothing can. Ends with one plain line: N passed, N failed.
 * `npm test -- unit pg` runs those steps alone.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, type TestCount } from './harness/count-tests.ts';
import { installPrerequisites } from './harness/install-prerequisites.ts';
import { runProgram } from './harness/run-program.ts';

interface Step {
  readonly name: string;
  readonly run: () => Promise<TestCount>;
}

const reports = mkdtempSync(join(tmpdir(), 'dzvin-reports-'));

const steps: readonly Step[] = [
  // `npm run check` in its parts, without the unit tests: those are counted below.
  ...['types', 'lint', 'promises', 'imports', 'unused'].map((part) => ({
    name: `check:${part}`,
    run: () => script(`check:${part}`, [], 300),
  })),
  { name: 'unit', run: () => vitest('unit', 300) },
  { name: 'pg', run: () => vitest('pg', 300) },
  { name: 'ui', run: () => vitest('ui', 300) },
  { name: 'asterisk', run: () => vitest('asterisk', 420) },
  { name: 'simulation', run: () => script('sim', ['--calls', '20000', '--seed', '1'], 120) },
  { name: 'journey', run: () => vitest('journey', 720) },
];

/** An npm script is one thing that passes or fails. */
async function script(name: string, args: readonly string[], limitSeconds: number): Promise<TestCount> {
  const separator = args.length > 0 ? ['--'] : [];
  const code = await runProgram('npm', ['run', '--silent', name, ...separator, ...args], { limitSeconds });
  return code === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
}

async function vitest(project: string, limitSeconds: number): Promise<TestCount> {
  const report = join(reports, `${project}.json`);
  const code = await runProgram(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { limitSeconds },
  );
  const count = readCount(report);
  // Vitest can fail outside any test: an unhandled rejection, a set-up that broke, the time limit.
  return code === 0 || count.failed > 0 ? count : { ...count, failed: 1 };
}

function readCount(report: string): TestCount {
  try {
    return countTests(readFileSync(report, 'utf8'));
  } catch (error) {
    console.error('no test report was written:', error);
    return { passed: 0, failed: 1, skipped: [] };
  }
}

/** All, or those named on the command line. */
function wantedSteps(): readonly Step[] {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`no such step: ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}`);
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}

async function runSteps(wanted: readonly Step[]): Promise<{ name: string; count: TestCount; seconds: number }[]> {
  const done: { name: string; count: TestCount; seconds: number }[] = [];
  for (const { name, run } of wanted) {
    console.log(`\n── ${name} ${'─'.repeat(100 - name.length)}`);
    const startedAt = Date.now();
    done.push({ name, count: await run(), seconds: (Date.now() - startedAt) / 1000 });
  }
  return done;
}

function printCount(done: Awaited<ReturnType<typeof runSteps>>): boolean {
  console.log('');
  for (const { name, count, seconds } of done) {
    const line = `${name.padEnd(14)} ${String(count.passed).padStart(5)} passed  ${String(count.failed).padStart(3)} failed`;
    console.log(`${line}  ${seconds.toFixed(0).padStart(4)} s`);
    for (const title of count.skipped) console.log(`            not run: ${title}`);
  }
  const sum = (of: (count: TestCount) => number) => done.reduce((total, { count }) => total + of(count), 0);
  const [passed, failed, skipped] = [sum((c) => c.passed), sum((c) => c.failed), sum((c) => c.skipped.length)];
  if (skipped > 0) console.log(`${skipped} tests did not run; they are named above`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

const wanted = wantedSteps();
const isReady = await installPrerequisites();
const done = isReady
  ? await runSteps(wanted)
  : [{ name: 'prerequisites', count: { passed: 0, failed: 1, skipped: [] }, seconds: 0 }];
rmSync(reports, { recursive: true, force: true });
process.exitCode = printCount(done) ? 0 : 1;
