import { Button, Group, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../../server/calls/contract.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { useKey } from '../ui/use-key.ts';
import type { NoteDraft } from './note-draft.ts';
import classes from './note-field.module.css';
import { useNote } from './use-note.ts';

interface Props {
  readonly callId: string;
  readonly note: NoteView;
}

/** The note of a call. Give it the call's id as `key`: another call is another field. */
export function NoteField({ callId, note }: Props) {
  const { t } = useTranslation();
  const { draft, type, join, saveNow } = useNote(callId, note);
  const field = useRef<HTMLTextAreaElement>(null);
  useKey('Alt+N', () => field.current?.focus());

  return (
    <div className={classes.note}>
      <Textarea
        ref={field}
        aria-label={t('desk.note')}
        aria-keyshortcuts="Alt+N"
        placeholder={t('desk.notePrompt')}
        value={draft.text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={saveNow}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={10_000}
      />
      {draft.theirs && <Conflict mine={draft.text} theirs={draft.theirs.text} onJoin={join} />}
      <p className={draft.state === 'failed' ? classes.failed : classes.state} role="status">
        {draft.state !== 'conflict' &&
          (draft.text !== '' || draft.state !== 'saved') &&
          t(`desk.noteState.${draft.state}`)}
        <span className={classes.key}>
          <KeyHint>Alt N</KeyHint>
        </span>
      </p>
    </div>
  );
}

interface ConflictProps {
  readonly mine: string;
  readonly theirs: NonNullable<NoteDraft['theirs']>['text'];
  readonly onJoin: (text: string) => void;
}

/** Both texts, and the three ways out. Nothing is lost by reading. */
function Conflict({ mine, theirs, onJoin }: ConflictProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.conflict} role="alert">
      <p>{t('desk.conflict')}</p>
      <p className={classes.theirs}>
        <b>{t('desk.theirs')}:</b> {theirs}
      </p>
      <Group gap={6}>
        <Button onClick={() => onJoin(`${theirs}\n${mine}`)}>{t('desk.join')}</Button>
        <Button variant="default" onClick={() => onJoin(mine)}>
          {t('desk.keepMine')}
        </Button>
        <Button variant="default" onClick={() => onJoin(theirs)}>
          {t('desk.keepTheirs')}
        </Button>
      </Group>
    </div>
  );
}
