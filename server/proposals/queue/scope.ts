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
  /** with `regionId`: only what joins the two */
  toRegionId?: string | undefined;
  limit?: number | undefined;
  /** id of one proposal that lost its quotes: nothing else is looked for */
  again?: string | undefined;
}

export interface Scope {
  vaultId: string | null;
  /** ids of the notes that a proposal must touch; null: any */
  roots: ReadonlySet<string> | null;
  /** ids of the notes that a link must touch with its other end; none: any */
  toRoots?: ReadonlySet<string> | undefined;
}

/** @throws AppError vault_not_found, not_found for a scene or region that is not there */
export async function readScope(
  graph: Graph,
  { sceneId, vault, regionId, toRegionId }: ProposeInput,
): Promise<Scope> {
  const vaultId = vault === undefined ? null : await findVault(graph, vault);
  return graph.read(async (tx) => {
    const ids = async (cypher: string, parameters: Record<string, unknown>, asked: string) => {
      const rows = await tx.run(cypher, parameters);
      if (rows.length === 0) throw new AppError('not_found', { values: { id: asked } });
      return rows.map((row) => String(row['id']));
    };
    if (sceneId !== undefined)
      return { vaultId, roots: new Set(await ids(readRootOf, { sceneId }, sceneId)) };
    if (regionId === undefined) return { vaultId, roots: null };
    const rootsOf = async (region: string) =>
      new Set(await ids(readRegionRoots, { regionId: region }, region));
    const roots = await rootsOf(regionId);
    return { vaultId, roots, ...(toRegionId !== undefined && { toRoots: await rootsOf(toRegionId) }) };
  });
}
