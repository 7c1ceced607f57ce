import type { FieldValue, ProgramAction, RunOutcome, Trigger } from './contract.ts';
import type { ProgramResult } from './program-job.ts';
import { wordBroken, wordFailure } from './word-failure.ts';

export interface Program {
  readonly calculationId: string | null;
  readonly name: string;
  readonly watchedFields: readonly string[];
  readonly code: string;
}

export type Values = Readonly<Record<string, unknown>>;

/** Who saves. A broken program keeps a person from saving, a call or a letter never (D-09). */
export type RunSource = 'user' | 'load' | 'mail';

export interface ProgramRun {
  readonly program: Program;
  readonly outcome: RunOutcome;
  readonly message: string;
  readonly line: number | null;
  readonly milliseconds: number;
}

export interface ProgramsResult {
  readonly changes: Readonly<Record<string, FieldValue>>;
  /** Why the save or the move may not happen. */
  readonly refusal: string | null;
  readonly messages: readonly string[];
  readonly actions: readonly ProgramAction[];
  /** For the log. */
  readonly runs: readonly ProgramRun[];
}

interface Order {
  readonly trigger: Trigger;
  readonly source: RunSource;
  readonly programs: readonly Program[];
  readonly before: Values | null;
  readonly after: Values;
}
/** Runs one program on the document as it is then; `changes` of the answer are values of fields. */
export type RunOne = (
  program: Program,
  values: Values,
) => Promise<Omit<ProgramResult, 'changes'> & { readonly changes: Readonly<Record<string, FieldValue>> }>;

const MAX_ROUNDS = 5;
const MAX_ACTIONS = 10;

/**
 * Runs the programs of a trigger in their order, each on what the one before it left. `on_change` goes round until
 * nothing changes any more, five times at most; a field that never rests is told in a message.
 */
export async function runPrograms(order: Order, runOne: RunOne): Promise<ProgramsResult> {
  const state: State = { values: order.after, changes: {}, messages: [], actions: [], runs: [], refusal: null };
  if (order.trigger !== 'on_change') await runRound(order.programs, { order, state, runOne });
  else await runRounds(order, { state, runOne });
  const { changes, refusal, messages, actions, runs } = state;
  return {
    changes: refusal === null ? changes : {},
    refusal,
    messages,
    actions: refusal === null ? actions : [],
    runs,
  };
}

interface State {
  values: Values;
  readonly changes: Record<string, FieldValue>;
  readonly messages: string[];
  readonly actions: ProgramAction[];
  readonly runs: ProgramRun[];
  refusal: string | null;
}
interface Round {
  readonly order: Order;
  readonly state: State;
  readonly runOne: RunOne;
}

async function runRounds(order: Order, { state, runOne }: Omit<Round, 'order'>): Promise<void> {
  let changed = new Set(Object.keys(order.after).filter((field) => order.after[field] !== order.before?.[field]));
  for (let round = 0; changed.size > 0 && state.refusal === null; round += 1) {
    const due = order.programs.filter(
      ({ watchedFields }) => watchedFields.length === 0 || watchedFields.some((field) => changed.has(field)),
    );
    if (due.length === 0) return;
    if (round === MAX_ROUNDS) {
      const names = due.map(({ name }) => `«${name}»`).join(', ');
      state.messages.push(`Калькуляції ${names} змінюють поля одна одної без кінця: зупинено після ${MAX_ROUNDS} кіл.`);
      return;
    }
    changed = await runRound(due, { order, state, runOne });
  }
}

/** @returns fields that differ from before the round */
async function runRound(programs: readonly Program[], { order, state, runOne }: Round): Promise<Set<string>> {
  const before = state.values;
  for (const program of programs) {
    const result = await runOne(program, state.values);
    state.messages.push(...result.warnings);
    state.runs.push(runOf(program, result));
    const refusal = result.refusal?.text ?? (result.failure && wordBroken(program.name, result.failure));
    if (refusal === null && state.actions.length + result.actions.length <= MAX_ACTIONS) {
      Object.assign(state.changes, result.changes);
      state.values = { ...state.values, ...result.changes };
      state.actions.push(...result.actions);
    } else if (order.source === 'user') {
      state.refusal =
        refusal ?? `Калькуляція «${program.name}»: разом понад ${MAX_ACTIONS} задач, сповіщень і коментарів`;
      break;
    }
  }
  return new Set(Object.keys(state.values).filter((field) => state.values[field] !== before[field]));
}

function runOf(program: Program, { refusal, failure, milliseconds }: Omit<ProgramResult, 'changes'>): ProgramRun {
  if (refusal) return { program, outcome: 'refused', message: refusal.text, line: refusal.line, milliseconds };
  if (failure) return { program, outcome: 'failed', message: wordFailure(failure), line: failure.line, milliseconds };
  return { program, outcome: 'done', message: '', line: null, milliseconds };
}
