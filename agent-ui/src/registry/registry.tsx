// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid of hundreds of thousands of rows cannot be a <table>.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { rowHeights, usePreferences } from '../ui/preferences.tsx';
import type { Column } from './column.ts';
import { nextRow } from './next-row.ts';
import classes from './registry.module.css';
import { RegistryRow } from './registry-row.tsx';

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly selectedId: string | null;
  /** Arrows and a click select. */
  readonly onSelect: (id: string) => void;
  /** Enter and a double click open; a registry whose selection opens the card leaves it out. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The last rows came into sight: fetch more. */
  readonly onEnd?: (() => void) | undefined;
  /** System rows bold, people's own blue (D-19); the column «Вид» says it in words. */
  readonly originOf?: ((row: Row) => 'system' | 'own') | undefined;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
}

/** The one table of the console: virtual rows, arrows, one line per row. It knows nothing of its nouns. */
export function Registry<Row>(props: Props<Row>) {
  const { label, columns, rows, idOf, selectedId, onSelect, onOpen, empty } = props;
  const { density } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  const idPrefix = useId();
  const height = rowHeights[density];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    getItemKey: (place) => (rows[place] ? idOf(rows[place]) : place),
  });
  const shown = virtual.getVirtualItems();
  useEndInSight(shown.at(-1)?.index, rows.length, props.onEnd);
  // Sizes are measured anew when the person chooses another density.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => virtual.measure(), [height]);

  const at = rows.findIndex((row) => idOf(row) === selectedId);
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
    const next = nextRow(event.key, at, { count: rows.length, page });
    const current = rows[at];
    if (next !== null) {
      const row = rows[next];
      if (row) onSelect(idOf(row));
      virtual.scrollToIndex(next);
    } else if (event.key === 'Enter' && current && onOpen) onOpen(current);
    else return;
    event.preventDefault();
  };

  const template = columns.map(({ width }) => width).join(' ');
  const minWidth = narrowest(columns);
  return (
    <div
      ref={scroller}
      className={classes.registry}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      {...(at >= 0 ? { 'aria-activedescendant': `${idPrefix}${at}` } : {})}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head} role="row" style={{ gridTemplateColumns: template, minWidth }} tabIndex={-1}>
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            tabIndex={-1}
            className={column.isNumber ? classes.number : classes.cell}
            title={column.titleHint ?? column.title}
          >
            {column.title}
          </div>
        ))}
      </div>
      {rows.length === 0 && empty}
      <div className={classes.body} role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth }}>
        {shown.map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <RegistryRow
              key={key}
              rowId={`${idPrefix}${index}`}
              place={index}
              row={row}
              columns={columns}
              template={template}
              top={start}
              isSelected={index === at}
              origin={props.originOf?.(row)}
              onSelect={() => onSelect(idOf(row))}
              onOpen={onOpen && (() => onOpen(row))}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Below this the registry scrolls sideways, head and rows together: the sum of what each column needs, and the edges. */
function narrowest(columns: readonly { readonly width: string }[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), 8);
}

function useEndInSight(lastShown: number | undefined, count: number, onEnd: (() => void) | undefined) {
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    if (lastShown !== undefined && count > 0 && lastShown >= count - 5) latest.current?.();
  }, [lastShown, count]);
}
