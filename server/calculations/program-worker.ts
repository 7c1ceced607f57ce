/** Runs programs in a thread of its own, which the host ends when one does not come back. */
import { parentPort } from 'node:worker_threads';
import { getQuickJS } from 'quickjs-emscripten';
import { fieldsOfDocument } from './document-fields.ts';
import { EngineBrokenError, evaluateProgram } from './evaluate-program.ts';
import type { ProgramFacts, ProgramJob } from './program-job.ts';

if (!parentPort) throw new Error('this file is started as a worker');
const port = parentPort;
const engine = await getQuickJS();
// The first runs compile the engine: done before anybody waits for it.
const facts: ProgramFacts = {
  document: 'task',
  trigger: 'before_save',
  fields: fieldsOfDocument('task'),
  values: {},
  before: null,
  globals: {},
  constants: {},
  holidays: [],
};
const first = 'for (let n = 0; n < 100; n += 1) задача.тема = addDays("2026-01-01", n);';
for (let round = 0; round < 10; round += 1) evaluateProgram(engine, { kind: 'run', code: first, facts });

port.on('message', (job: ProgramJob) => {
  try {
    port.postMessage({ result: evaluateProgram(engine, job) });
  } catch (error) {
    if (!(error instanceof EngineBrokenError)) throw error;
    port.postMessage({ broken: error.message });
  }
});
port.postMessage({ ready: true });
