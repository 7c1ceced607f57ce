import { IconBook } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import type { Column } from '../registry/column.ts';
import { Registry } from '../registry/registry.tsx';
import { RegistryMenu } from '../registry/registry-menu.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/plain-state.tsx';
import type { DirectoryRow } from './use-directory.ts';

interface Props<View extends DirectoryRow> {
  readonly title: string;
  readonly rows: readonly View[] | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly columns: readonly Column<View>[];
  readonly onRemove: (row: View) => void;
  /** The window «Властивості»; null opens it for a new row. */
  readonly properties: (row: View | null, close: () => void) => ReactNode;
}

/** A directory: its registry, the menu «Реєстр», the window «Властивості» (R-060…R-082, D-19). */
export function DirectoryPage<View extends DirectoryRow>(props: Props<View>) {
  const { title, rows, error, onRetry, columns, onRemove, properties } = props;
  const { t } = useTranslation();
  const mayEdit = useMay('directories.edit');
  const [selectedCode, setSelectedCode] = useState<string | null>(null);
  const [opened, setOpened] = useState<View | 'new' | null>(null);
  const selected = rows?.find(({ code }) => code === selectedCode);
  const close = () => setOpened(null);
  return (
    <Panel fills>
      {mayEdit && (
        <RegistryMenu
          isNothingSelected={!selected}
          isAsleep={opened !== null}
          onCreate={() => setOpened('new')}
          onEdit={() => selected && setOpened(selected)}
          onRemove={() => selected && onRemove(selected)}
        />
      )}
      {!rows && (error ? <ErrorState error={error} onRetry={onRetry} /> : <LoadingState lines={8} />)}
      {rows && (
        <Registry
          label={title}
          columns={columns}
          rows={rows}
          idOf={({ code }) => code}
          selectedId={selectedCode}
          onSelect={setSelectedCode}
          onOpen={mayEdit ? setOpened : undefined}
          originOf={({ isSystem }) => (isSystem ? 'system' : 'own')}
          empty={<EmptyState icon={IconBook} title={t('directory.empty')} hint={t('directory.emptyHint')} />}
        />
      )}
      {opened && properties(opened === 'new' ? null : opened, close)}
    </Panel>
  );
}
