import type { TaskStatusDraft } from '../directories/contract.ts';

export type TaskStage = TaskStatusDraft['stage'];

/** What the moves of D-02 depend on. */
export interface MovedTask {
  readonly stage: TaskStage;
  readonly authorId: string;
  /** The responsible performer, who moves the task; null: nobody is assigned. */
  readonly performerId: string | null;
  readonly controllerId: string | null;
  readonly projectManagerId: string | null;
  /** Co-performers who have not marked their own part as done. */
  readonly openParts: number;
}
export interface StageMove {
  readonly to: TaskStage;
  readonly reason: string;
  /** Until when the task rests; only asked for by `on_hold`. */
  readonly hasHoldUntil: boolean;
  /** The responsible performer takes it upon themselves that parts are open. */
  readonly confirmsOpenParts: boolean;
}
export type MoveRefusal = 'move_not_allowed' | 'not_yours_to_move' | 'performer_required';
export type NextStage =
  | { readonly stage: TaskStage }
  | {
      readonly refusal: MoveRefusal | 'move_reason_required' | 'hold_date_required' | 'parts_open';
      readonly field?: 'reason' | 'holdUntil' | 'performerId';
    };

const movesFrom: Readonly<Record<TaskStage, readonly TaskStage[]>> = {
  created: ['assigned', 'in_progress', 'cancelled'],
  assigned: ['in_progress', 'rejected', 'on_hold', 'cancelled'],
  in_progress: ['done', 'on_hold', 'rejected', 'cancelled'],
  on_hold: ['in_progress', 'cancelled'],
  done: ['closed', 'rework'],
  rework: ['in_progress', 'done', 'cancelled'],
  rejected: ['assigned', 'cancelled'],
  closed: ['in_progress'],
  cancelled: ['in_progress'],
};

type Part = 'author' | 'performer' | 'controller' | 'project_manager' | 'accepter';

/** `accepter`: the controller; without one, the author. */
const moversTo: Readonly<Record<TaskStage, readonly Part[]>> = {
  created: [],
  assigned: ['author', 'project_manager'],
  in_progress: ['performer', 'author'],
  on_hold: ['performer', 'author', 'controller'],
  done: ['performer'],
  rework: ['accepter'],
  closed: ['accepter'],
  rejected: ['performer'],
  cancelled: ['author', 'project_manager'],
};

const isFinal = (stage: TaskStage) => stage === 'closed' || stage === 'cancelled';

/** Where a new task stands: with a performer it is assigned in one step, one's own task is in progress at once (D-02). */
export function firstStage({ authorId, performerId }: Pick<MovedTask, 'authorId' | 'performerId'>): TaskStage {
  if (performerId === null) return 'created';
  return performerId === authorId ? 'in_progress' : 'assigned';
}

/** The moves of the person, in the order of D-02: what the console offers, what it greys out being the rest. */
export function possibleMoves(task: MovedTask, personId: string): readonly TaskStage[] {
  return movesFrom[task.stage].filter((to) => whyNotMove(task, { to, personId }) === null);
}

/** What keeps the person from the move, whatever they fill in. Null: nothing. */
export function whyNotMove(
  task: MovedTask,
  { to, personId }: { readonly to: TaskStage; readonly personId: string },
): MoveRefusal | null {
  if (!movesFrom[task.stage].includes(to)) return 'move_not_allowed';
  const movers: readonly Part[] = isFinal(task.stage) ? ['author', 'controller'] : moversTo[to];
  if (!movers.some((part) => personOf(task, part) === personId)) return 'not_yours_to_move';
  return to === 'assigned' && task.performerId === null ? 'performer_required' : null;
}

/**
 * Where the move leads (D-02): `done` of one's own task without a controller is closed at once.
 *
 * @param needsReason the tick «Потрібна причина» of the status moved to
 */
export function nextStage(
  task: MovedTask,
  {
    move,
    personId,
    needsReason,
  }: { readonly move: StageMove; readonly personId: string; readonly needsReason: boolean },
): NextStage {
  const { to, reason, hasHoldUntil, confirmsOpenParts } = move;
  const refusal = whyNotMove(task, { to, personId });
  if (refusal === 'performer_required') return { refusal, field: 'performerId' };
  if (refusal !== null) return { refusal };
  const isPerformersHold = to === 'on_hold' && personId === task.performerId;
  const asksReason = needsReason || to === 'rework' || to === 'rejected' || isFinal(task.stage) || isPerformersHold;
  if (asksReason && reason.trim() === '') return { refusal: 'move_reason_required', field: 'reason' };
  if (isPerformersHold && !hasHoldUntil) return { refusal: 'hold_date_required', field: 'holdUntil' };
  if (to === 'done' && task.openParts > 0 && !confirmsOpenParts) return { refusal: 'parts_open' };
  const acceptsItself = to === 'done' && task.controllerId === null && task.authorId === task.performerId;
  return { stage: acceptsItself ? 'closed' : to };
}

function personOf(task: MovedTask, part: Part): string | null {
  switch (part) {
    case 'author':
      return task.authorId;
    case 'performer':
      return task.performerId;
    case 'controller':
      return task.controllerId;
    case 'project_manager':
      return task.projectManagerId;
    case 'accepter':
      return task.controllerId ?? task.authorId;
  }
}
