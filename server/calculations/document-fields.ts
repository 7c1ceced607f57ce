/** Kinds of documents that calculations belong to. */
export const documents = ['task', 'event', 'project'] as const;
export type DocumentKind = (typeof documents)[number];

export type FieldType = 'text' | 'number' | 'boolean' | 'choice' | 'moment' | 'person' | 'client' | 'project' | 'id';

export interface DocumentField {
  /** As the document's view on the wire calls it; the English name in programs. */
  readonly code: string;
  /** The Ukrainian name in programs: an identifier, so without spaces and apostrophes. */
  readonly uk: string;
  readonly type: FieldType;
  /** Programs may set it (D-09). */
  readonly isWritable: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly isRequired?: boolean;
  /** By its Ukrainian name a choice reads as `uk`, by its English name as `code`; both are taken when it is set. */
  readonly choices?: readonly { readonly code: string; readonly uk: string }[];
}

const field = (code: string, uk: string, type: FieldType, rest: Partial<DocumentField> = {}): DocumentField => ({
  code,
  uk,
  type,
  isWritable: true,
  ...rest,
});
const fixed = (code: string, uk: string, type: FieldType): DocumentField =>
  field(code, uk, type, { isWritable: false });

const SUBJECT = { maxLength: 300, isRequired: true };
const LONG = { maxLength: 20_000 };

/** The catalogue of fields of each kind of document: what a program may read and set. */
export const documentFields = {
  task: [
    field('subject', 'тема', 'text', SUBJECT),
    field('description', 'опис', 'text', LONG),
    field('performerId', 'виконавець', 'person'),
    field('controllerId', 'контролер', 'person'),
    field('priority', 'пріоритет', 'choice', {
      isRequired: true,
      choices: [
        { code: 'low', uk: 'Низький' },
        { code: 'normal', uk: 'Звичайний' },
        { code: 'high', uk: 'Високий' },
        { code: 'urgent', uk: 'Терміновий' },
      ],
    }),
    field('plannedStartAt', 'плановийПочаток', 'moment'),
    field('dueAt', 'термін', 'moment'),
    field('percentDone', 'відсотокВиконання', 'number', { min: 0, max: 100, isRequired: true }),
    field('clientId', 'клієнт', 'client'),
    field('contactId', 'контактнаОсоба', 'id'),
    field('projectId', 'проєкт', 'project'),
    field('result', 'результат', 'text', LONG),
    fixed('number', 'номер', 'text'),
    fixed('authorId', 'автор', 'person'),
    fixed('sourceEventId', 'подія', 'id'),
    fixed('stage', 'етап', 'text'),
    fixed('status', 'статус', 'text'),
    fixed('createdAt', 'створено', 'moment'),
    fixed('startedAt', 'розпочато', 'moment'),
    fixed('finishedAt', 'завершено', 'moment'),
    fixed('holdUntil', 'відкладеноДо', 'moment'),
    fixed('reason', 'причина', 'text'),
  ],
  event: [
    field('subject', 'тема', 'text', SUBJECT),
    field('text', 'текст', 'text', LONG),
    field('result', 'результат', 'text', LONG),
    field('happenedAt', 'час', 'moment', { isRequired: true }),
    field('address', 'адреса', 'text', { maxLength: 400 }),
    field('clientId', 'клієнт', 'client'),
    field('contactId', 'контактнаОсоба', 'id'),
    field('projectId', 'проєкт', 'project'),
    field('responsibleId', 'відповідальний', 'person'),
    field('durationSeconds', 'тривалістьСекунд', 'number', { min: 0, max: 604_800 }),
    field('isOpen', 'відкрита', 'boolean', { isRequired: true }),
    fixed('number', 'номер', 'text'),
    fixed('type', 'тип', 'text'),
    fixed('repliesToId', 'відповідьНа', 'id'),
  ],
  project: [
    field('name', 'назва', 'text', { maxLength: 200, isRequired: true }),
    field('clientId', 'замовник', 'client'),
    field('kind', 'вид', 'choice', {
      isRequired: true,
      choices: [
        { code: 'external', uk: 'Зовнішній' },
        { code: 'internal', uk: 'Внутрішній' },
      ],
    }),
    field('isActive', 'активний', 'boolean', { isRequired: true }),
    fixed('docNumber', 'номер', 'text'),
    fixed('journalId', 'журнал', 'id'),
    fixed('createdAt', 'створено', 'moment'),
  ],
} as const satisfies Readonly<Record<DocumentKind, readonly DocumentField[]>>;

/** How a program calls the document itself; the English names are the kinds. */
export const documentNames = { task: 'задача', event: 'подія', project: 'проєкт' } as const satisfies Readonly<
  Record<DocumentKind, string>
>;

export const fieldsOfDocument = (document: DocumentKind): readonly DocumentField[] => documentFields[document];
