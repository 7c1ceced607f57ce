import type { Person } from '../access/index.ts';
import type { Database } from '../platform/database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { NoteView } from './contract.ts';
import { ownOf } from './list-calls.ts';
import { hasCall, notesOf, saveNote } from './queries.ts';

export interface NoteDraft {
  readonly callId: string;
  readonly text: string;
  readonly revision: number;
}

export interface KeepNoteDeps {
  readonly database: Database;
  /** The call's pop on every desk shows the text as saved. */
  readonly noteSaved: (callId: string, note: NoteView) => void;
}

/**
 * Saves the note of a call while it is typed. Repeating a save that arrived is no conflict.
 *
 * @throws Refusal note_changed { text, revision }: what stands there now; the console keeps its own and asks
 * @throws Refusal call_not_found, also for a call the person may not see
 */
export async function keepNote(person: Person, draft: NoteDraft, deps: KeepNoteDeps): Promise<NoteView> {
  const { database, noteSaved } = deps;
  const { callId, text } = draft;
  if (!(await hasCall(database, callId, ownOf(person)))) throw new Refusal('call_not_found');
  const saved = await saveNote(database, { ...draft, personId: person.personId });
  if (saved) {
    noteSaved(callId, saved);
    return saved;
  }
  const stands = (await notesOf(database, [callId])).get(callId);
  if (stands?.text === text) return { text, revision: stands.revision };
  throw new Refusal('note_changed', { text: stands?.text ?? '', revision: stands?.revision ?? 0 });
}
