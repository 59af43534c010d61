import { AppError } from '../../../graph-schema/app-error.ts';
import type { ProposalKind } from '../../../graph-schema/proposal.ts';
import { findVault } from '../../field/find-vault.ts';
import type { Graph } from '../../graph/graph.ts';
import { readRegionRoots, readRootOf } from './corpus.cypher.ts';

export interface ProposeInput {
  /** default: all */
  kind?: ProposalKind | undefined;
  sceneId?: string | undefined;
  /** a vault's name or id */
  vault?: string | undefined;
  regionId?: string | undefined;
  limit?: number | undefined;
  /** id of one proposal that lost its quotes: nothing else is looked for */
  again?: string | undefined;
}

export interface Scope {
  vaultId: string | null;
  /** ids of the notes that a proposal must touch; null: any */
  roots: ReadonlySet<string> | null;
}

/** @throws AppError vault_not_found, not_found for a scene or region that is not there */
export async function readScope(graph: Graph, { sceneId, vault, regionId }: ProposeInput): Promise<Scope> {
  const vaultId = vault === undefined ? null : await findVault(graph, vault);
  return graph.read(async (tx) => {
    const ids = async (cypher: string, parameters: Record<string, unknown>, asked: string) => {
      const rows = await tx.run(cypher, parameters);
      if (rows.length === 0) throw new AppError('not_found', { values: { id: asked } });
      return rows.map((row) => String(row['id']));
    };
    if (sceneId !== undefined)
      return { vaultId, roots: new Set(await ids(readRootOf, { sceneId }, sceneId)) };
    if (regionId !== undefined) {
      return { vaultId, roots: new Set(await ids(readRegionRoots, { regionId }, regionId)) };
    }
    return { vaultId, roots: null };
  });
}
