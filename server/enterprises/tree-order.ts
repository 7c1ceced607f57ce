interface TreeRow {
  readonly enterpriseId: string;
  readonly parentId: string | null;
}

/** Parents before their children, each with how deep it stands; brothers stay in the order given. */
export function inTreeOrder<Row extends TreeRow>(rows: readonly Row[]): readonly { row: Row; depth: number }[] {
  const known = new Set(rows.map(({ enterpriseId }) => enterpriseId));
  // Whoever's parent is not among the rows stands at the top.
  const isUnder = (row: Row, parentId: string | null) =>
    parentId === null ? row.parentId === null || !known.has(row.parentId) : row.parentId === parentId;
  const walk = (parentId: string | null, depth: number): { row: Row; depth: number }[] =>
    rows
      .filter((row) => isUnder(row, parentId))
      .flatMap((row) => [{ row, depth }, ...walk(row.enterpriseId, depth + 1)]);
  return walk(null, 0);
}
