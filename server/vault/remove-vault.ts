import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Graph } from '../graph/graph.ts';
import { leaveScenes } from './ingest/leave-scenes.ts';
import { countHeld, countNodes, findVault, leaveVault, readVaultHolds } from './remove-vault.cypher.ts';
import { pathKey } from './resolve/note-index.ts';

const Holds = z.object({
  sourceId: z.string(),
  path: z.string(),
  scenes: z.array(z.object({ id: z.string(), key: z.string() })),
});

/** Sources that one transaction lets go. */
const sourcesAtOnce = 100;

/**
 * Takes a vault out of the field: what only its files hold goes, what people accepted or a pack brought stays. The folder is not touched.
 * `removed` counts nodes by kind; `dryRun` says what would go, and `kept` what would stay. Error: `vault_not_found`.
 */
export async function removeVault(
  { graph }: { graph: Graph },
  { name, dryRun }: { name: string; dryRun: boolean },
): Promise<{ removed: Record<string, number> }> {
  const [vault] = await graph.read((tx) => tx.run(findVault, { name }));
  if (!vault) throw new AppError('vault_not_found', { values: { vault: name } });
  const vaultId = String(vault['id']);
  const held = await readHeld(graph, vaultId);
  const removed = { sources: held.sources, scenes: held.scenes - held.kept, kept: held.kept };
  if (dryRun) return { removed };
  const before = await countByLabel(graph);
  const holds = z.array(Holds).parse(await graph.read((tx) => tx.run(readVaultHolds, { vaultId })));
  for (let at = 0; at < holds.length; at += sourcesAtOnce) {
    const batch = holds.slice(at, at + sourcesAtOnce);
    const leaving = batch.flatMap(({ path, scenes }) =>
      scenes.map(({ id, key }) => ({ id, key: key === '' ? `missing:${pathKey(path)}` : key })),
    );
    await graph.write((tx) =>
      leaveScenes(
        tx,
        leaving,
        batch.map((source) => source.sourceId),
      ),
    );
  }
  await graph.write(async (tx) => {
    await tx.run(leaveVault, { vaultId });
    await commitChange(tx, {
      kind: 'vault_removed',
      values: { vault: name, ...removed },
      steps: [],
      touches: [vaultId],
    });
  });
  const after = await countByLabel(graph);
  const gone = (label: string) => (before[label] ?? 0) - (after[label] ?? 0);
  return {
    removed: {
      sources: gone('Source'),
      scenes: gone('Scene'),
      passages: gone('Passage'),
      concepts: gone('Concept'),
      kept: held.kept,
    },
  };
}

async function readHeld(graph: Graph, vaultId: string) {
  const [row] = await graph.read((tx) => tx.run(countHeld, { vaultId }));
  return z.object({ scenes: z.int(), kept: z.int(), sources: z.int() }).parse(row);
}

async function countByLabel(graph: Graph): Promise<Record<string, number>> {
  const rows = await graph.read((tx) => tx.run(countNodes));
  return Object.fromEntries(rows.map((row) => [String(row['label']), Number(row['count'])]));
}
