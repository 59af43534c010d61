import type { Tx } from '../../graph/graph.ts';
import { findQuotesAgain } from './quotes.ts';
import { runRows } from './run-rows.ts';
import type { SceneRows } from './source-rows.ts';
import * as cypher from './write-scenes.cypher.ts';

/** Writes sources with their scenes and passages, whole; in one transaction that may run again. */
export async function writeSceneRows(
  tx: Tx,
  batch: readonly SceneRows[],
  of: { vaultId: string; since: number },
): Promise<void> {
  const scenes = batch.flatMap((rows) => rows.scenes);
  const passages = batch.flatMap((rows) => rows.passages);
  // what is new has nothing to take back
  const found = await tx.run(cypher.findScenes, { ids: scenes.map((scene) => scene.id) });
  const existing = found.map((row) => String(row['id']));
  if (existing.length > 0) await tx.run(cypher.keepDrafts, { ids: existing });
  await tx.run(cypher.writeSources, {
    vaultId: of.vaultId,
    rows: batch.map((rows) => rows.source),
  });
  if (existing.length > 0) await tx.run(cypher.dropStructure, { ids: existing });
  await tx.run(cypher.writeScenes, { rows: scenes, since: of.since });
  await runRows(tx, cypher.writeParts, { rows: batch.flatMap((rows) => rows.parts) });
  await runRows(tx, cypher.writeNext, { rows: batch.flatMap((rows) => rows.next) });
  if (existing.length > 0) await replacePassages(tx, existing, passages);
  await runRows(tx, cypher.writePassages, { rows: passages });
}

/** Notes which file a source was read from now. */
export async function restamp(
  tx: Tx,
  rows: readonly { id: string; stamp: string | null; mtimeMs: number }[],
): Promise<void> {
  await tx.run(cypher.restamp, { rows });
}

/** Passages whose text is no longer there go; what quotes them is led to where the words stand now. */
async function replacePassages(
  tx: Tx,
  sceneIds: readonly string[],
  passages: SceneRows['passages'],
): Promise<void> {
  const keep = passages.map((passage) => passage.id);
  const stale = await tx.run(cypher.readStalePassages, { sceneIds, keep });
  if (stale.length === 0) return;
  await findQuotesAgain(tx, {
    sceneIds,
    dropped: new Set(stale.map((row) => String(row['id']))),
    passages: passages.map(({ id, text, rootId }) => ({ id, text: text ?? '', rootId: rootId ?? '' })),
  });
  await tx.run(cypher.dropPassages, { sceneIds, keep });
}
