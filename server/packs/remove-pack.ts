import { AppError } from '../../graph-schema/app-error.ts';
import type { Holder } from '../../graph-schema/nodes.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Graph } from '../graph/graph.ts';
import { readPack } from './packs.cypher.ts';
import { releaseSteps } from './release-steps.ts';

/** Takes a pack out whole, as one change that can be undone. @throws AppError not_found */
export async function removePack({ graph }: { graph: Graph }, id: string): Promise<void> {
  await graph.write(async (tx) => {
    const [row] = await tx.run(readPack, { id });
    if (!row) throw new AppError('not_found', { values: { id } });
    const { name } = row['pack'] as { name: string };
    const holder: Holder = `pack:${id}`;
    const steps = await releaseSteps(tx, holder, new Set());
    const all = [...steps, { type: 'release_node', node: { label: 'Pack', id }, holder } as const];
    await commitChange(tx, { kind: 'pack_removed', values: { name }, steps: all });
  });
}
