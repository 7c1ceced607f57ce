import { expect, test } from 'vitest';
import { type NoteEvent, nextDraft, openDraft } from './note-draft.ts';

const empty = { text: '', revision: 0 };
const after = (...events: readonly NoteEvent[]) => events.reduce(nextDraft, openDraft(empty, null));

test('typing waits to be saved, the confirmation settles it', () => {
  expect(after({ type: 'typed', text: 'імпорт' }).state).toBe('waiting');
  const note = { text: 'імпорт', revision: 1 };
  expect(after({ type: 'typed', text: 'імпорт' }, { type: 'sent' }, { type: 'confirmed', note })).toMatchObject({
    state: 'saved',
    saved: note,
  });
});

test('what was typed during the save is still to be saved', () => {
  const draft = after(
    { type: 'typed', text: 'ім' },
    { type: 'sent' },
    { type: 'typed', text: 'імпорт' },
    { type: 'confirmed', note: { text: 'ім', revision: 1 } },
  );
  expect(draft).toMatchObject({ text: 'імпорт', state: 'waiting', saved: { revision: 1 } });
});

test('a text kept on this computer comes back and waits to be saved', () => {
  expect(openDraft(empty, 'не збережене')).toMatchObject({ text: 'не збережене', state: 'waiting' });
});

test('a newer revision with the text we started from is no conflict', () => {
  const draft = after({ type: 'typed', text: 'моє' }, { type: 'refused', theirs: { text: '', revision: 4 } });
  expect(draft).toMatchObject({ state: 'waiting', saved: { revision: 4 }, theirs: null });
});

test('another text is a conflict and both stay to be joined', () => {
  const theirs = { text: 'чуже', revision: 4 };
  const draft = after({ type: 'typed', text: 'моє' }, { type: 'refused', theirs });
  expect(draft).toMatchObject({ text: 'моє', state: 'conflict', theirs });
  expect(nextDraft(draft, { type: 'joined', text: 'чуже\nмоє' })).toMatchObject({
    text: 'чуже\nмоє',
    state: 'waiting',
    saved: theirs,
  });
});

test('a failed save keeps the text', () => {
  expect(after({ type: 'typed', text: 'моє' }, { type: 'failed' })).toMatchObject({ text: 'моє', state: 'failed' });
});

test('a note pushed by the server never overwrites what is not saved', () => {
  const note = { text: 'чуже', revision: 2 };
  expect(after({ type: 'pushed', note }).text).toBe('чуже');
  expect(after({ type: 'typed', text: 'моє' }, { type: 'pushed', note }).text).toBe('моє');
});
