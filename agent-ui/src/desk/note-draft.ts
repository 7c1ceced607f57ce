import type { NoteView } from '../../../server/calls/contract.ts';

/** A note between the keyboard and the server. */
export interface NoteDraft {
  readonly text: string;
  /** What the server has, as far as we know. */
  readonly saved: NoteView;
  readonly state: 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
  /** The other text, when somebody saved a newer revision; the person joins the two. */
  readonly theirs: NoteView | null;
}

export type NoteEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'sent' }
  | { readonly type: 'confirmed'; readonly note: NoteView }
  | { readonly type: 'refused'; readonly theirs: NoteView }
  | { readonly type: 'failed' }
  | { readonly type: 'pushed'; readonly note: NoteView }
  | { readonly type: 'joined'; readonly text: string };

/** `kept` is the text this computer holds from before, when the server never confirmed it. */
export function openDraft(note: NoteView, kept: string | null): NoteDraft {
  const text = kept ?? note.text;
  return { text, saved: note, state: text === note.text ? 'saved' : 'waiting', theirs: null };
}

export function nextDraft(draft: NoteDraft, event: NoteEvent): NoteDraft {
  switch (event.type) {
    case 'typed':
      return { ...draft, text: event.text, state: draft.theirs ? 'conflict' : settled(event.text, draft.saved) };
    case 'sent':
      return { ...draft, state: 'saving' };
    case 'confirmed':
      return { ...draft, saved: event.note, state: settled(draft.text, event.note) };
    case 'failed':
      return { ...draft, state: 'failed' };
    case 'refused':
      return refused(draft, event.theirs);
    case 'pushed':
      return pushed(draft, event.note);
    case 'joined':
      return { text: event.text, saved: draft.theirs ?? draft.saved, state: 'waiting', theirs: null };
  }
}

const settled = (text: string, saved: NoteView) => (text === saved.text ? 'saved' : 'waiting');

/** Only a text that differs from what we started from is a conflict; a higher revision of the same text is not. */
function refused(draft: NoteDraft, theirs: NoteView): NoteDraft {
  const isSameStart = theirs.text === draft.saved.text || theirs.text === '';
  if (isSameStart || theirs.text === draft.text) {
    return { ...draft, saved: theirs, state: settled(draft.text, theirs), theirs: null };
  }
  return { ...draft, theirs, state: 'conflict' };
}

/** The server's note came by itself: taken when nothing of ours would be lost by it. */
function pushed(draft: NoteDraft, note: NoteView): NoteDraft {
  if (note.revision <= draft.saved.revision || draft.state !== 'saved') return draft;
  return { text: note.text, saved: note, state: 'saved', theirs: null };
}
