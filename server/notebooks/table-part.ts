import type { Table, TablePart } from '../../graph-schema/views/cells/table.ts';

/** Rows that a notebook shows at once; the rest is asked for. */
const shownRows = 50;

/** The first rows, as a notebook opens with them. `isCut`: there would have been more than `table` has. */
export function firstRows(table: Table, isCut = false): TablePart {
  return { ...table, rows: table.rows.slice(0, shownRows), total: table.rows.length, isCut };
}
