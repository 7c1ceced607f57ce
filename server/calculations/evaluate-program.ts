import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten';
import type { ProgramAction } from './contract.ts';
import {
  type FailureKind,
  limits,
  type ProgramFailure,
  type ProgramJob,
  type ProgramResult,
  type ProgramValue,
} from './program-job.ts';
import { programLibrary } from './program-library.ts';
import { threadMilliseconds } from './thread-time.ts';

const FILE = 'program.js';

/** The engine itself failed, not the program inside it: end this worker, nothing in it can be trusted any more. */
export class EngineBrokenError extends Error {
  override readonly name = 'EngineBrokenError';
}

interface Told {
  refusal: string | null;
  readonly warnings: string[];
  readonly changes: Record<string, ProgramValue>;
  readonly actions: ProgramAction[];
}

/**
 * Runs one program in a runtime of its own, which is thrown away afterwards: nothing a program does reaches the next one.
 *
 * @throws EngineBrokenError a recursion inside the engine went through the host's stack
 */
export function evaluateProgram(engine: QuickJSWASMModule, job: ProgramJob): ProgramResult {
  const startedAt = performance.now();
  const runtime = engine.newRuntime();
  const told: Told = { refusal: null, warnings: [], changes: {}, actions: [] };
  let failure: ProgramFailure | null;
  try {
    const wasStopped = limit(runtime);
    const context = runtime.newContext();
    failure = job.kind === 'check' ? check(context, job.code) : run(context, job, told);
    if (failure !== null && wasStopped()) failure = { ...failure, kind: 'time' };
    if (failure === null && job.kind === 'run' && runtime.hasPendingJob())
      failure = { kind: 'waits', message: '', line: null };
    context.dispose();
    runtime.dispose();
  } catch (cause) {
    throw new EngineBrokenError('the script engine broke', { cause });
  }
  const milliseconds = Math.round((performance.now() - startedAt) * 100) / 100;
  const isRefused = told.refusal !== null;
  return {
    refusal: told.refusal === null ? null : { text: told.refusal, line: failure?.line ?? null },
    failure: isRefused ? null : failure,
    warnings: told.warnings,
    changes: isRefused || failure ? {} : told.changes,
    actions: isRefused || failure ? [] : told.actions,
    milliseconds,
  };
}

function limit(runtime: QuickJSRuntime): () => boolean {
  runtime.setMemoryLimit(limits.memoryBytes);
  runtime.setMaxStackSize(limits.stackBytes);
  const [startedAt, usedAtStart] = [performance.now(), threadMilliseconds()];
  let interrupts = 0;
  let isStopped = false;
  // Asking for the time used costs more than the clock, so the clock is asked first.
  const isOver = () =>
    performance.now() - startedAt > limits.milliseconds && threadMilliseconds() - usedAtStart > limits.milliseconds;
  runtime.setInterruptHandler(() => {
    interrupts += 1;
    isStopped ||= interrupts > limits.interrupts || isOver();
    return isStopped;
  });
  return () => isStopped;
}

function check(context: QuickJSContext, code: string): ProgramFailure | null {
  return outcomeOf(context, context.evalCode(code, FILE, { strict: true, compileOnly: true }));
}

function run(context: QuickJSContext, job: ProgramJob & { kind: 'run' }, told: Told): ProgramFailure | null {
  const prepared = prepare(context, JSON.stringify(job.facts), told);
  return prepared ?? outcomeOf(context, context.evalCode(job.code, FILE, { strict: true }));
}

/** Puts the library into the context: the only way out of it are the four functions handed over here. */
function prepare(context: QuickJSContext, facts: string, told: Told): ProgramFailure | null {
  const made = context.evalCode(programLibrary, 'library.js');
  if (made.error) return outcomeOf(context, made);
  const host = context.newObject();
  const text = (handle: QuickJSHandle) => context.getString(handle).slice(0, limits.textLength);
  const give = (name: string, work: (...given: QuickJSHandle[]) => QuickJSHandle | undefined) =>
    context
      .newFunction(name, (...given) => work(...given) ?? context.undefined)
      .consume((handle) => {
        context.setProp(host, name, handle);
      });
  give('set', (field, value) => {
    if (field && value) told.changes[text(field)] = primitive(context, value);
    return undefined;
  });
  give('refuse', (words) => {
    if (words) told.refusal ??= text(words);
    return undefined;
  });
  give('warn', (words) => {
    if (words && told.warnings.length < limits.warnings) told.warnings.push(text(words));
    return undefined;
  });
  give('act', (kind, values) => {
    if (!kind || !values || told.actions.length >= limits.actions) return context.false;
    const parsed: unknown = JSON.parse(context.getString(values));
    told.actions.push({ ...(parsed as object), kind: text(kind) } as ProgramAction);
    return context.true;
  });
  const outcome = context
    .newString(facts)
    .consume((given) => context.callFunction(made.value, context.undefined, given, host));
  host.dispose();
  made.value.dispose();
  return outcomeOf(context, outcome);
}

function primitive(context: QuickJSContext, value: QuickJSHandle): ProgramValue {
  const type = context.typeof(value);
  if (type === 'string') return context.getString(value);
  if (type === 'number') return context.getNumber(value);
  return type === 'boolean' ? context.dump(value) === true : null;
}

type Evaluated = ReturnType<QuickJSContext['evalCode']>;

function outcomeOf(context: QuickJSContext, evaluated: Evaluated): ProgramFailure | null {
  if (!evaluated.error) {
    evaluated.value.dispose();
    return null;
  }
  const part = (name: string) =>
    context.getProp(evaluated.error, name).consume((handle) => {
      return context.typeof(handle) === 'string' ? context.getString(handle) : '';
    });
  const isObject = context.typeof(evaluated.error) === 'object';
  const [name, message, stack] = isObject ? [part('name'), part('message'), part('stack')] : ['', '', ''];
  const words = isObject ? message : primitive(context, evaluated.error);
  evaluated.error.dispose();
  return { kind: kindOf(name, message), message: String(words ?? '').slice(0, 2000), line: lineIn(stack) };
}

function kindOf(name: string, message: string): FailureKind {
  if (name === 'SyntaxError') return 'syntax';
  if (name !== 'InternalError') return 'error';
  if (message.includes('interrupted')) return 'time';
  if (message.includes('stack overflow')) return 'stack';
  if (message.includes('string too long')) return 'text_too_long';
  return message.includes('out of memory') ? 'memory' : 'error';
}

/** The innermost place inside the program itself: lines of the library mean nothing to its author. */
function lineIn(stack: string): number | null {
  const found = /program\.js:(\d+)/.exec(stack)?.[1];
  return found === undefined ? null : Number(found);
}
