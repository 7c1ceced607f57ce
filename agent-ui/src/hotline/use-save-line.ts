import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type LineDraft, type LineView, lineDraft } from '../../../server/hotline/contract.ts';
import { notifyFailed } from '../ui/notify.ts';
import { notifyUndo } from '../ui/notify-undo.tsx';
import { changeLine, createLine, removeLine } from './api.ts';
import { linesKey } from './use-lines.ts';

/** Creates or changes a line; null creates. */
export function useSaveLine(lineId: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: LineDraft) => (lineId === null ? createLine(draft) : changeLine(lineId, draft)),
    onSuccess: () => queries.invalidateQueries({ queryKey: linesKey }),
  });
}

/** Deletes a line; for ten seconds it can be brought back. */
export function useRemoveLine() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: linesKey });
  const bringBack = (line: LineView) =>
    createLine(lineDraft.parse(line)).then(refresh, (error: unknown) => notifyFailed(t, error));
  const removing = useMutation({
    mutationFn: (line: LineView) => removeLine(line.lineId),
    onSuccess: async (_, line) => {
      await refresh();
      notifyUndo(t('lines.removed', { name: line.name }), t('directory.undo'), () => void bringBack(line));
    },
    onError: (error) => notifyFailed(t, error),
  });
  return removing.mutate;
}
