import { AppError } from '../../graph-schema/app-error.ts';
import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import { askPlainly } from '../graph/ask-plainly.ts';
import type { Row, TypedReads } from '../graph/graph.ts';

/**
 * Ids of what a person's own statement finds: of nodes, of maps with an `id`, and texts as they stand.
 * @throws AppError query_refused, export_empty, cancelled
 */
export async function askScenes(reads: TypedReads, cypher: string, signal: AbortSignal): Promise<string[]> {
  const answered = await askPlainly(reads, cypher, { signal });
  if (answered.status === 'problem') throw faultOf(answered.problem);
  const ids = [...new Set(answered.rows.flatMap(idsIn))];
  if (ids.length === 0) throw new AppError('export_empty');
  return ids;
}

function idsIn(row: Row): string[] {
  return Object.values(row).flatMap((value) => {
    if (typeof value === 'string') return [value];
    const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : null;
    return typeof id === 'string' ? [id] : [];
  });
}

function faultOf({ code, values }: CellProblem): AppError {
  if (code === 'stopped') return new AppError('cancelled');
  const { detail, seconds, name } = values;
  const said = detail ?? (seconds === undefined ? [code, name].filter(Boolean).join(' ') : `${seconds} s`);
  return new AppError('query_refused', { values: { detail: said } });
}
