import { defineConfig } from 'vitest/config';

const UI = 'agent-ui/**/*.test.{ts,tsx}';
const PG = '{config,telephony,server,test}/**/*.pg.test.ts';
const ASTERISK = '{config,telephony,server,test}/**/*.asterisk.test.ts';
const JOURNEY = 'test/journeys/**/*.test.ts';

/** One project per thing a test needs; the file's name says which. See the table of tests in CONTRIBUTING.md. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{config,telephony,server,test}/**/*.test.ts'],
          exclude: [PG, ASTERISK, JOURNEY],
        },
      },
      {
        test: {
          name: 'pg',
          include: [PG],
          globalSetup: ['./server/platform/test-database-server.ts'],
          // Some start a server of their own, on a machine that may be busy.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: { name: 'ui', include: [UI], environment: 'jsdom' },
      },
      // A private Asterisk is started per file: one at a time, or the files would fight for two cores.
      {
        test: {
          name: 'asterisk',
          include: [ASTERISK],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'journey',
          include: [JOURNEY],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
