import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyFailed } from '../ui/notify.ts';
import { notifyUndo } from '../ui/notify-undo.tsx';
import type { Directory } from './api.ts';

/** What every directory row has. */
export interface DirectoryRow {
  readonly code: string;
  readonly name: string;
  readonly isSystem: boolean;
}

/** A directory with its three changes. Deleting can be undone for ten seconds, so it asks nothing. */
export function useDirectory<Draft, View extends DirectoryRow>(
  key: string,
  directory: Directory<Draft, View>,
  toDraft: (row: View) => Draft,
) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const queryKey = [key];
  const refresh = () => queries.invalidateQueries({ queryKey });
  const { data, error, refetch } = useQuery({ queryKey, queryFn: directory.list, staleTime: 60_000 });

  const save = useMutation({
    mutationFn: ({ code, draft }: { code: string | null; draft: Draft }) =>
      code === null ? directory.create(draft) : directory.change(code, draft),
    onSuccess: refresh,
  });
  const bringBack = (row: View) =>
    directory.create(toDraft(row)).then(refresh, (failure: unknown) => notifyFailed(t, failure));
  const remove = useMutation({
    mutationFn: (row: View) => directory.remove(row.code),
    onSuccess: async (_, row) => {
      await refresh();
      notifyUndo(t('directory.removed', { name: row.name }), t('directory.undo'), () => void bringBack(row));
    },
    onError: (failure) => notifyFailed(t, failure),
  });
  return { rows: data?.rows, error, refetch: () => void refetch(), save: save.mutateAsync, remove: remove.mutate };
}
