/** Kinds whose fields «Ведення історії» switches (D-08), and which of their fields are kept unless somebody says otherwise. */
export const documentKinds = ['client', 'contact', 'project', 'event', 'task', 'journal'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Always kept, whole, and for ever: nobody may change rights or settings unseen. */
export const settingKinds = [
  'user',
  'role',
  'employee',
  'enterprise',
  'line',
  'event_type',
  'task_status',
  'user_status',
  'numbering',
  'parameters',
  'notification_rules',
  'calculation',
  'history_rules',
] as const;
export type HistoryKind = DocumentKind | (typeof settingKinds)[number];

type Defaults = Readonly<Record<string, boolean>>;

/** Field → kept by default. Only what stands here can be switched. */
export const fieldsOf: Readonly<Record<DocumentKind, Defaults>> = {
  client: {
    ...{ name: true, edrpou: true, phones: true, email: true, managerId: true, kind: true },
    ...{ fullName: false, address: false, note: false },
  },
  contact: { name: true, role: true, phones: true, email: true, note: false },
  project: {
    ...{ name: true, periodStart: true, periodEnd: true, managerId: true, controllerId: true, clientId: true },
    ...{ journalId: true, kind: true, state: true, description: false },
  },
  event: {
    ...{ typeCode: true, clientId: true, projectId: true, responsibleId: true, result: true },
    ...{ happenedAt: false, contactId: false, subject: false, text: false },
  },
  task: {
    ...{ statusCode: true, performers: true, performerId: true, controllerId: true, dueAt: true, priority: true },
    ...{ projectId: true, clientId: false, subject: false, description: false, percentDone: false, result: false },
  },
  journal: {
    code: true,
    name: true,
    parentId: true,
    isActive: true,
    closesOn: true,
    responsibleId: true,
    description: false,
  },
};

export function isDocumentKind(kind: HistoryKind): kind is DocumentKind {
  return documentKinds.some((known) => known === kind);
}
