import { answerOnThread } from '../../jobs/answer-on-thread.ts';
import type { ContendersQuery, TableRow, VectorTable } from './vector-table.ts';
import { createVectorTable } from './vector-table.ts';
import { fillTable } from './fill-table.ts';
import type { NearestAnswer, NearestAsked } from './nearest-protocol.ts';

/** Entry of the thread that holds the vectors of one model. */
interface Held {
  model: string;
  table: VectorTable | null;
  /** put since a filling began */
  fresh: Set<string>;
}

function serve(): void {
  let held: Held = { model: '', table: null, fresh: new Set() };
  let filling = new AbortController();

  const put = (into: Held, rows: readonly TableRow[]): void => {
    for (const row of rows) {
      into.table ??= createVectorTable(row.vector.length);
      into.table.put({ ...row, vector: unitLength(row.vector) });
    }
  };

  const answer = async (asked: NearestAsked): Promise<NearestAnswer> => {
    switch (asked.type) {
      case 'put':
        if (asked.model !== held.model) return null;
        put(held, asked.rows);
        for (const { id } of asked.rows) held.fresh.add(id);
        return null;
      case 'forget':
        for (const id of asked.ids) held.table?.remove(id);
        return null;
      case 'contenders':
        return asked.model === held.model ? contendersOf(held.table, asked.query) : [];
      case 'fill': {
        filling.abort();
        filling = new AbortController();
        const table = asked.model === held.model ? held.table : null;
        const own: Held = { model: asked.model, table, fresh: new Set() };
        held = own;
        return fillTable({
          ...asked,
          signal: filling.signal,
          table: {
            has: (id) => own.table?.has(id) ?? false,
            put: (rows) => put(own, rows),
            keepOnly(ids) {
              for (const id of own.table?.ids() ?? [])
                if (!ids.has(id) && !own.fresh.has(id)) own.table?.remove(id);
              own.fresh.clear();
            },
          },
        });
      }
    }
  };

  answerOnThread(answer);
}

function contendersOf(table: VectorTable | null, query: ContendersQuery): string[] {
  return table?.contenders({ ...query, vector: unitLength(query.vector) }) ?? [];
}

function unitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

serve();
