import { z } from 'zod';

/** What one step of the whole run came to. */
export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  /** Full names: a test that did not run is never hidden in a number. */
  readonly skipped: readonly string[];
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Counts vitest's JSON report. A file that could not even be loaded, or whose set-up failed, has no failed test of its own:
 * it counts as one failure. So does a report without files.
 */
export function countTests(json: string): TestCount {
  const files = report.parse(JSON.parse(json)).testResults;
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(({ status }) => status === 'failed').length;
  const brokenFiles = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  return { passed, failed: failedTests + brokenFiles + (files.length === 0 ? 1 : 0), skipped };
}
