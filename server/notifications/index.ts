export type { DeliveryStage, PerformerType } from './contract.ts';
export { EMAIL_JOB } from './queue-email.ts';
export { queueTaskDeliveries, type TaskOccasion } from './queue-task-deliveries.ts';
export { type NotificationLetter, type SendEmailDeps, sendEmail } from './send-email.ts';
