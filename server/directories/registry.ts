import type { Database, Sql } from '../platform/database.ts';
import type {
  EventTypeDraft,
  EventTypeView,
  TaskStatusDraft,
  TaskStatusView,
  UserStatusDraft,
  UserStatusView,
} from './contract.ts';
import { selectEventTypes, selectTaskStatuses, selectUserStatuses, type Table } from './queries.ts';
import type { Obstacle } from './why-not.ts';
import { whyNoHotline } from './why-not.ts';

/** What is the same in every directory: the rules of `why-not.ts` and the use cases of `save-row.ts` need no more. */
export interface RegistryDraft {
  readonly code: string;
  readonly name: string;
  readonly sortOrder: number;
  readonly isActive: boolean;
  readonly note: string;
}

/** What tells one directory from another. */
export interface Registry<Draft extends RegistryDraft, View extends Draft & { readonly isSystem: boolean }> {
  readonly table: Table;
  /** In sort order. */
  select(sql: Sql): Promise<readonly View[]>;
  /** Codes of system rows the program itself uses: they cannot be made inactive. */
  readonly neededCodes: readonly string[];
  /** What must hold of the directory as a whole, whatever is done to one row of it. */
  whyNotAll(rowsAfter: readonly (Draft | View)[]): Obstacle | null;
}

export interface RegistryDeps<View> {
  readonly database: Database;
  /** How many records use the row, wherever they are. */
  readonly countUses: (sql: Sql, code: string) => Promise<number>;
  /** Told after the commit with all rows. */
  readonly changed: (rows: readonly View[]) => void;
}

export const userStatuses: Registry<UserStatusDraft, UserStatusView> = {
  table: 'user_statuses',
  select: selectUserStatuses,
  neededCodes: ['with_client', 'wrap_up', 'absent'],
  whyNotAll: whyNoHotline,
};

export const taskStatuses: Registry<TaskStatusDraft, TaskStatusView> = {
  table: 'task_statuses',
  select: selectTaskStatuses,
  // Each is the default of its stage, and stages are part of the program (D-02).
  neededCodes: ['new', 'assigned', 'in_progress', 'on_hold', 'done', 'rework', 'closed', 'rejected', 'cancelled'],
  whyNotAll: () => null,
};

export const eventTypes: Registry<EventTypeDraft, EventTypeView> = {
  table: 'event_types',
  select: selectEventTypes,
  // The phone and the mail receiver make events of these (D-01).
  neededCodes: ['call_in', 'call_in_missed', 'email_in'],
  whyNotAll: () => null,
};
