import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type FailureKind, limits, type ProgramJob, type ProgramResult } from './program-job.ts';

type Answer = { readonly ready: true } | { readonly broken: string } | { readonly result: ProgramResult };

interface Waiting {
  readonly job: ProgramJob;
  readonly settle: (result: ProgramResult) => void;
  readonly fail: (error: unknown) => void;
}
interface Seat {
  readonly worker: Worker;
  isReady: boolean;
  /** What it works on. */
  current: Waiting | null;
  deadline: NodeJS.Timeout | undefined;
}

/** Beyond the program's own limit: until then the worker ends it itself, which costs less than a new thread. */
const GRACE_MILLISECONDS = 450;
/** How long a worker may take to come up, on a machine that is busy. */
const START_MILLISECONDS = 30_000;

/**
 * Threads that run programs, kept warm. A program that does not come back takes its thread with it; another is at hand
 * and a fresh one is started. `run` never rejects for what a program does.
 */
export class ProgramPool {
  readonly #seats = new Set<Seat>();
  readonly #waiting: Waiting[] = [];
  readonly #size: number;
  #isStopped = false;

  constructor({ size = 2 }: { readonly size?: number } = {}) {
    this.#size = size;
    this.#fill();
  }

  /** @throws when the pool is stopped, or its threads cannot be started */
  run(job: ProgramJob): Promise<ProgramResult> {
    if (this.#isStopped) return Promise.reject(new Error('the pool of programs is stopped'));
    return new Promise((settle, fail) => {
      this.#waiting.push({ job, settle, fail });
      this.#fill();
      this.#hand();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    const seats = [...this.#seats];
    for (const { fail } of this.#waiting.splice(0)) fail(new Error('the pool of programs is stopped'));
    await Promise.all(seats.map((seat) => this.#end(seat, 'time')));
  }

  #fill(): void {
    while (!this.#isStopped && this.#seats.size < this.#size) this.#seats.add(this.#start());
  }

  #start(): Seat {
    const worker = startThread();
    worker.unref();
    const seat: Seat = { worker, isReady: false, current: null, deadline: undefined };
    seat.deadline = setTimeout(
      () => this.#lose(seat, new Error('a thread for programs did not start')),
      START_MILLISECONDS,
    );
    seat.deadline.unref();
    worker.on('message', (answer: Answer) => this.#hear(seat, answer));
    worker.on('error', (error) => this.#lose(seat, error));
    return seat;
  }

  #hear(seat: Seat, answer: Answer): void {
    clearTimeout(seat.deadline);
    if ('broken' in answer) {
      void this.#end(seat, 'stack');
      this.#fill();
    } else if ('ready' in answer) seat.isReady = true;
    else {
      seat.current?.settle(answer.result);
      seat.current = null;
    }
    this.#hand();
  }

  #hand(): void {
    for (const seat of this.#seats) {
      if (!seat.isReady || seat.current !== null) continue;
      const next = this.#waiting.shift();
      if (next === undefined) return;
      seat.current = next;
      seat.deadline = setTimeout(() => {
        void this.#end(seat, 'time');
        this.#fill();
      }, limits.milliseconds + GRACE_MILLISECONDS);
      seat.worker.postMessage(next.job);
    }
  }

  /** The thread failed by itself. One that never came up would fail again: whoever waits hears of it. */
  #lose(seat: Seat, error: unknown): void {
    if (!seat.isReady) for (const { fail } of this.#waiting.splice(0)) fail(error);
    void this.#end(seat, 'memory');
    if (seat.isReady) this.#fill();
    this.#hand();
  }

  /** @param because what the program it worked on ended by */
  async #end(seat: Seat, because: FailureKind): Promise<void> {
    clearTimeout(seat.deadline);
    this.#seats.delete(seat);
    seat.current?.settle(endedBy(because));
    seat.current = null;
    await seat.worker.terminate();
  }
}

function endedBy(kind: FailureKind): ProgramResult {
  const failure = { kind, message: '', line: null };
  return {
    refusal: null,
    failure,
    warnings: [],
    changes: {},
    actions: [],
    milliseconds: limits.milliseconds + GRACE_MILLISECONDS,
  };
}

/** From sources the thread needs the loader of sources, which a thread does not take over from us; a built one needs none. */
function startThread(): Worker {
  const extension = extname(import.meta.url);
  const file = new URL(`./program-worker${extension}`, import.meta.url);
  const options = { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 128 } };
  if (extension !== '.ts') return new Worker(file, options);
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file.href}'); })`;
  return new Worker(start, { ...options, eval: true });
}
