// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid of hundreds of thousands of rows cannot be a <table>.
import type { Column } from './column.ts';
import classes from './registry.module.css';

interface Props<Row> {
  readonly rowId: string;
  readonly place: number;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly top: number;
  readonly isSelected: boolean;
  readonly origin: 'system' | 'own' | undefined;
  readonly onSelect: () => void;
  readonly onOpen: (() => void) | undefined;
}

/** One line. Keys are heard by the registry, which holds the focus for all its rows. */
export function RegistryRow<Row>(props: Props<Row>) {
  const { row, columns, isSelected, origin } = props;
  const kind = origin === 'system' ? classes.system : origin === 'own' ? classes.own : '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={props.rowId}
      role="row"
      tabIndex={-1}
      aria-rowindex={props.place + 2}
      aria-selected={isSelected}
      className={[classes.row, isSelected ? classes.selected : '', kind].filter(Boolean).join(' ')}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.top}px)` }}
      onClick={props.onSelect}
      onDoubleClick={props.onOpen}
    >
      {columns.map((column) => {
        const content = column.cell(row);
        const hint = column.hint?.(row) ?? (typeof content === 'string' ? content : undefined);
        return (
          <div
            key={column.id}
            role="gridcell"
            tabIndex={-1}
            className={column.isNumber ? classes.number : column.isFigures ? classes.figures : classes.cell}
            {...(hint ? { title: hint } : {})}
          >
            {content}
          </div>
        );
      })}
    </div>
  );
}
