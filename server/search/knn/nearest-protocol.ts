import type { GraphAddress } from '../../graph/connect-graph.ts';
import type { ContendersQuery, TableRow } from './vector-table.ts';

/** What the thread is asked; each is answered once. */
export type NearestAsked =
  | { type: 'fill'; model: string; address: GraphAddress }
  | { type: 'put'; model: string; rows: TableRow[] }
  | { type: 'forget'; ids: string[] }
  | { type: 'contenders'; model: string; query: ContendersQuery };

/** To `contenders`: ids. To `fill`: whether all vectors of the model are held now. */
export type NearestAnswer = string[] | boolean | null;
