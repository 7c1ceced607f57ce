import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { NoteView } from '../../../server/calls/contract.ts';
import { saveNote } from '../calls/api.ts';
import { RefusedError } from '../live/request.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { type NoteDraft, nextDraft, openDraft } from './note-draft.ts';

/** Typing rests for so long before the note goes to the server. */
const restMs = 600;
const retryMs = 5_000;

/** The note of one call: saves itself, is kept on this computer until the server confirms, never overwrites another's. */
export function useNote(callId: string, note: NoteView) {
  const [draft, tell] = useReducer(nextDraft, null, () => openDraft(note, keptDraft(callId)));
  const latest = useRef<NoteDraft>(draft);
  latest.current = draft;
  // One save at a time: a second one would go out with the revision the first is about to use up.
  const isSaving = useRef(false);

  const save = useCallback(
    async (keepalive = false) => {
      const { text, saved, state } = latest.current;
      if (isSaving.current || (state !== 'waiting' && state !== 'failed')) return;
      isSaving.current = true;
      tell({ type: 'sent' });
      try {
        tell({ type: 'confirmed', note: await saveNote(callId, { text, revision: saved.revision }, keepalive) });
      } catch (error) {
        const theirs = changedNote(error);
        tell(theirs ? { type: 'refused', theirs } : { type: 'failed' });
      } finally {
        isSaving.current = false;
      }
    },
    [callId],
  );

  useEffect(() => tell({ type: 'pushed', note }), [note]);
  useEffect(() => {
    if (draft.state === 'saved') forgetDraft(callId);
    else keepDraft(callId, draft.text);
  }, [callId, draft.state, draft.text]);
  // Each further letter starts the rest anew, and so does a save that left later letters behind.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (draft.state !== 'waiting' && draft.state !== 'failed') return;
    const timer = setTimeout(save, draft.state === 'failed' ? retryMs : restMs);
    return () => clearTimeout(timer);
  }, [draft.state, draft.text, draft.saved, save]);
  useEffect(() => {
    const lastWords = () => void save(true);
    window.addEventListener('pagehide', lastWords);
    return () => {
      window.removeEventListener('pagehide', lastWords);
      lastWords();
    };
  }, [save]);

  return {
    draft,
    type: (text: string) => tell({ type: 'typed', text }),
    join: (text: string) => tell({ type: 'joined', text }),
    saveNow: () => void save(),
  };
}

function changedNote(error: unknown): NoteView | null {
  if (!(error instanceof RefusedError) || error.code !== 'note_changed') return null;
  return { text: String(error.details.text ?? ''), revision: Number(error.details.revision ?? 0) };
}
