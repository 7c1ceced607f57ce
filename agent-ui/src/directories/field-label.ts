import type { TFunction } from 'i18next';
import { uk } from '../texts/uk.ts';

const isWorded = (field: string): field is keyof typeof uk.directory.field => field in uk.directory.field;

/** What a field of a directory row is called. */
export const fieldLabel = (t: TFunction, field: string) => (isWorded(field) ? t(`directory.field.${field}`) : field);
