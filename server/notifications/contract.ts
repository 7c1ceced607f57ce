import { z } from 'zod';
import { taskStages } from '../directories/contract.ts';

/** Rows of the notification table (R-113, D-04). */
export const performerTypes = [
  'author',
  'performer',
  'co_performer',
  'controller',
  'observer',
  'project_manager',
  'project_controller',
  'team_member',
  'client_manager',
] as const;
export type PerformerType = (typeof performerTypes)[number];

/** Columns of the table: the nine stages of a task (D-02), then two of time and two of change. */
export const deliveryStages = [...taskStages, 'due_soon', 'overdue', 'deadline_changed', 'commented'] as const;
export type DeliveryStage = (typeof deliveryStages)[number];

export const channels = ['in_app', 'email'] as const;
export type Channel = (typeof channels)[number];

export const skipReasons = ['no_address', 'no_access', 'switched_off', 'own_action', 'joined'] as const;
export type SkipReason = (typeof skipReasons)[number];

export const notificationCell = z.object({
  performerType: z.enum(performerTypes),
  stage: z.enum(deliveryStages),
  inApp: z.boolean(),
  email: z.boolean(),
});
export type NotificationCell = z.infer<typeof notificationCell>;

export const notificationParameters = z.object({
  /** Who a responsible person is: an employee, with or without an account, or a user. */
  responsibleKind: z.enum(['employee', 'user']),
  /** What the message sending log keeps (R-112, D-05). */
  logMode: z.enum(['off', 'errors', 'all']),
  keepDays: z.number().int().min(1).max(3650),
  /** A person hears of what they did themselves. */
  tellsActor: z.boolean(),
});
export type NotificationParameters = z.infer<typeof notificationParameters>;
