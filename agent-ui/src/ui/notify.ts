import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { errorWords } from './error-words.ts';

/** A quiet word in the corner: it was done. */
export const notifyDone = (message: string) => notifications.show({ message, color: 'teal', autoClose: 4_000 });

/** It was not done, why, and the mend; stays long enough to be read. */
export const notifyFailed = (t: TFunction, error: unknown) =>
  notifications.show({ message: errorWords(t, error), color: 'red', autoClose: 10_000, role: 'alert' });
