import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Graph } from '../graph/graph.ts';
import { findVaultId } from './field.cypher.ts';

/** Id of the vault of this name or id. @throws AppError vault_not_found */
export async function findVault(graph: Graph, vault: string): Promise<string> {
  const [row] = await graph.read((tx) => tx.run(findVaultId, { vault }));
  if (!row) throw new AppError('vault_not_found', { values: { path: vault } });
  return z.string().parse(row['id']);
}
