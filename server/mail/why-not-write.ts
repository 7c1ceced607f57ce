import type { Letter, MailAddress } from './contract.ts';

/** What a letter may not hold. */
export interface LetterObstacle {
  readonly field: 'from' | 'to' | 'cc' | 'subject' | 'messageId' | 'inReplyTo' | 'references' | 'attachments';
  readonly because: 'nobody' | 'bad_address' | 'line_break';
}

/** Deliberately narrow: one mailbox, no comments, no lists, nothing that needs quoting. */
const ADDRESS = /^[^\s"(),:;<>@[\\\]\p{Cc}]{1,64}@[^\s"(),:;<>@[\\\]\p{Cc}]{1,255}$/u;
const MESSAGE_ID = /^<[^\s<>\p{Cc}]{1,250}>$/u;
/** Whatever ends a line for one mail server or another. */
const LINE_BREAK = /[\r\n\0\v\f\u0085\u2028\u2029]/;

/**
 * The first thing in a letter's headers that would smuggle in a header or an addressee of its own; null when there is
 * none. Bodies may hold anything: they are encoded.
 */
export function whyNotWrite(letter: Letter): LetterObstacle | null {
  if (letter.to.length === 0) return { field: 'to', because: 'nobody' };
  for (const field of ['from', 'to', 'cc'] as const) {
    for (const party of [letter[field] ?? []].flat() as MailAddress[]) {
      if (!ADDRESS.test(party.address)) return { field, because: 'bad_address' };
      if (LINE_BREAK.test(party.name)) return { field, because: 'line_break' };
    }
  }
  if (LINE_BREAK.test(letter.subject)) return { field: 'subject', because: 'line_break' };
  for (const field of ['messageId', 'inReplyTo', 'references'] as const) {
    const ids = [letter[field] ?? []].flat();
    if (ids.some((id) => !MESSAGE_ID.test(id))) return { field, because: 'line_break' };
  }
  const isFileBad = letter.attachments?.some((file) => LINE_BREAK.test(file.fileName + file.contentType)) ?? false;
  return isFileBad ? { field: 'attachments', because: 'line_break' } : null;
}
