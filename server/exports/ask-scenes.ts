import { AppError } from '../../graph-schema/app-error.ts';
import type { Row, TypedReads } from '../graph/graph.ts';
import { refusal } from '../notebooks/cells/plain-reading.ts';

const timeoutMs = 10_000;
/** As many scenes as a selection may name. */
const mostRows = 5000;

/**
 * Ids of what a person's own statement finds: of nodes, of maps with an `id`, and texts as they stand. It is planned first and runs only where it is plain reading.
 * @throws AppError query_refused, export_empty, cancelled
 */
export async function askScenes(reads: TypedReads, cypher: string, signal: AbortSignal): Promise<string[]> {
  const explained = await reads.explain(cypher);
  if (explained.status === 'wrong') throw refused(explained.detail);
  const reason = refusal(cypher, explained);
  if (reason !== null) throw refused([reason.code, reason.values['name']].filter(Boolean).join(' '));
  const answered = await reads.ask(cypher, {}, { timeoutMs, mostRows, signal });
  if (answered.status === 'cancelled') throw new AppError('cancelled');
  if (answered.status === 'timeout') throw refused(`${timeoutMs / 1000} s`);
  if (answered.status === 'failed') throw refused(answered.detail);
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

function refused(detail: string): AppError {
  return new AppError('query_refused', { values: { detail } });
}
