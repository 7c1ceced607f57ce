import type { DeliveryStage } from './contract.ts';
import type { QueuedEmail } from './queries.ts';
import type { NotificationLetter } from './send-email.ts';

const stageWords = {
  uk: {
    created: 'Створено задачу',
    assigned: 'Задачу призначено',
    in_progress: 'Задачу взято до виконання',
    on_hold: 'Задачу призупинено',
    done: 'Задачу виконано',
    rework: 'Задачу повернено на доопрацювання',
    closed: 'Задачу закрито',
    rejected: 'Від задачі відмовилися',
    cancelled: 'Задачу скасовано',
    due_soon: 'Наближається термін задачі',
    overdue: 'Задачу прострочено',
    deadline_changed: 'Змінено термін задачі',
    commented: 'Новий коментар до задачі',
  },
  en: {
    created: 'Task created',
    assigned: 'Task assigned',
    in_progress: 'Task taken up',
    on_hold: 'Task put on hold',
    done: 'Task done',
    rework: 'Task returned for rework',
    closed: 'Task closed',
    rejected: 'Task declined',
    cancelled: 'Task cancelled',
    due_soon: 'Task due soon',
    overdue: 'Task overdue',
    deadline_changed: 'Due date of the task changed',
    commented: 'New comment on the task',
  },
} as const satisfies Record<'uk' | 'en', Record<DeliveryStage, string>>;

/** The letter in the recipient's language; changes joined into one stand in their order. */
export function wordEmail(email: Omit<QueuedEmail, 'deliveryId' | 'attempts'>): NotificationLetter {
  const { language, objectNumber, subject, stages, recipientName, address } = email;
  const changes = stages.map((stage) => stageWords[language][stage]);
  const object = objectNumber === null ? subject : `${objectNumber} ${subject}`;
  return {
    to: { name: recipientName, address },
    subject: oneLine(`${changes.at(-1) ?? ''}: ${object}`).slice(0, 200),
    text: `${object}\n\n${changes.map((change) => `• ${change}`).join('\n')}\n`,
  };
}

/** A break would begin another header. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
