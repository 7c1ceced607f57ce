import { type DocumentKind, documentNames, fieldsOfDocument } from './document-fields.ts';

const NAME = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`;

/**
 * Codes of the fields a program's text sets: `задача.термін = …`, `task.dueAt ||= …`. For the warning about two programs
 * that set one field, so a way of writing it does not see costs a warning and no more.
 */
export function assignedFields(document: DocumentKind, code: string): readonly string[] {
  const own = [documentNames[document], document, 'документ', ...(document === 'project' ? ['проект'] : [])].join('|');
  const setting = new RegExp(
    String.raw`(?<![\p{L}\p{N}_$.])(?:${own})\s*\.\s*(${NAME})\s*(?:[-+*/|&?]{0,2}=(?!=)|\+\+|--)`,
    'gu',
  );
  const names = [...withoutTexts(code).matchAll(setting)].map(([, name]) => name);
  const fields = fieldsOfDocument(document).filter(
    ({ code: field, uk }) => names.includes(field) || names.includes(uk),
  );
  return fields.map((field) => field.code);
}

/** Comments and texts in quotes set nothing. */
function withoutTexts(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, ' ');
}
