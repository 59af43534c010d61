import type { Table, TableValue } from '../../../graph-schema/views/cells/table.ts';
import type { Row } from '../../graph/graph.ts';

/** Longer texts are for reading in the note. UTF-16 units. */
const longestText = 1000;
/** A list of more numbers is a vector: nobody reads it. */
const longestNumbers = 24;

/** Whatever Cypher gave, as values that a table shows: scenes as scenes, the rest of what has parts as text. */
export function plainTable(columns: readonly string[], rows: readonly Row[]): Table {
  return { columns: [...columns], rows: rows.map((row) => columns.map((column) => plainValue(row[column]))) };
}

function plainValue(value: unknown): TableValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (typeof value === 'object') return sceneOf(value) ?? shortened(JSON.stringify(value, withoutVectors));
  return shortened(String(value));
}

/** A scene's node, or a map of its `id` and `title`. */
function sceneOf(value: object): TableValue {
  const [id, title]: unknown[] = [Reflect.get(value, 'id'), Reflect.get(value, 'title')];
  return typeof id === 'string' && typeof title === 'string' ? { sceneId: id, title } : null;
}

function withoutVectors(_: string, value: unknown): unknown {
  const isVector =
    Array.isArray(value) && value.length > longestNumbers && value.every((one) => typeof one === 'number');
  if (isVector) return `[${value.length}]`;
  return typeof value === 'string' ? shortened(value) : value;
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
