import { z } from 'zod';
import type { GraphAddress } from '../../graph/connect-graph.ts';
import type { Graph } from '../../graph/graph.ts';
import { type AskedThread, openAskedThread } from '../../jobs/asked-thread.ts';
import { scoreContenders } from './nearest.cypher.ts';
import type { NearestAnswer, NearestAsked } from './nearest-protocol.ts';
import type { ContendersQuery, TableRow } from './vector-table.ts';

export interface NearestDeps {
  graph: Graph;
  /** Null where other programs may write to the graph too: then nothing is held, and its own index answers. */
  address(): GraphAddress | null;
  onFault(error: unknown): void;
}

/** The vectors of all passages in memory, on a thread of their own: exact nearest neighbours. */
export interface Nearest {
  /** Brings what is held to what the graph holds, in the background: at start, after a restore, after a change of model. */
  fill(model: string): void;
  /** As `fill` where this model's vectors are neither held nor being read. */
  keep(model: string): void;
  /** Vectors that were just written. */
  put(model: string, rows: TableRow[]): void;
  /** Best first, by cosine of the stored floats (0 … 1, as the graph's own index scores). Null while not every vector of the model is held. */
  nearest(model: string, query: ContendersQuery): Promise<Scored[] | null>;
  stop(): Promise<void>;
}

export interface Scored {
  id: string;
  score: number;
}

const Rows = z.array(z.object({ id: z.string(), score: z.number() }));
type Thread = AskedThread<NearestAsked, never, NearestAnswer>;

/** Deleted passages are found out when they contend; more rounds than this would mean that the table is old. */
const mostRounds = 4;

export function openNearest({ graph, address, onFault }: NearestDeps): Nearest {
  let thread: Thread | null = null;
  let wanted: string | null = null;
  let complete: string | null = null;

  const fill = (model: string): void => {
    const from = address();
    wanted = model;
    complete = null;
    if (from === null) return;
    thread ??= openAskedThread('search/knn/nearest-worker', () => {
      thread = null;
      wanted = complete = null;
    });
    void readAll(thread, model, from);
  };

  const readAll = async (by: Thread, model: string, from: GraphAddress): Promise<void> => {
    try {
      const isWhole = await by.ask({ type: 'fill', model, address: from });
      if (isWhole === true && wanted === model) complete = model;
    } catch (error) {
      if (wanted === model) wanted = null;
      onFault(error);
    }
  };

  return {
    fill,
    keep(model) {
      if (wanted !== model) fill(model);
    },
    put(model, rows) {
      if (wanted === model) thread?.ask({ type: 'put', model, rows }).catch(onFault);
    },
    async nearest(model, query) {
      for (let round = 0; round < mostRounds; round++) {
        if (complete !== model || thread === null) return null;
        const ids = await thread.ask({ type: 'contenders', model, query });
        if (!Array.isArray(ids)) return null;
        const parameters = { ids, model, vector: query.vector };
        const rows = Rows.parse(await graph.read((tx) => tx.run(scoreContenders, parameters)));
        if (rows.length === ids.length)
          return rows.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, query.k);
        const there = new Set(rows.map(({ id }) => id));
        await thread?.ask({ type: 'forget', ids: ids.filter((id) => !there.has(id)) });
      }
      return null;
    },
    async stop() {
      await thread?.stop();
    },
  };
}
