import { groupBy } from '../../field/group-by.ts';
import type { Tx } from '../../graph/graph.ts';
import { findQuotesAgain } from './quotes.ts';
import { runRows } from './run-rows.ts';
import type { SceneRows } from './source-rows.ts';
import * as cypher from './write-scenes.cypher.ts';

/** Writes sources with their scenes and passages, whole; in one transaction that may run again. Gives the ids of scenes of which the graph had nothing. */
export async function writeSceneRows(
  tx: Tx,
  batch: readonly SceneRows[],
  of: { vaultId: string; since: number },
): Promise<string[]> {
  const ids = batch.flatMap(({ scenes }) => scenes.map(({ id }) => id));
  const found = await tx.run(cypher.findScenes, { ids });
  const existing = new Set(found.map((row) => String(row['id'])));
  const isNew = ({ scenes }: SceneRows) => scenes.every(({ id }) => !existing.has(id));
  const created = batch.filter(isNew);
  await runRows(tx, cypher.createSources, { ...of, rows: created.map(listsOf) });
  const kept = batch.filter((rows) => !isNew(rows));
  if (kept.length > 0) await writeAgain(tx, kept, { ...of, existing: [...existing] });
  await runRows(tx, cypher.writeParts, { rows: batch.flatMap(({ parts }) => parts) });
  await runRows(tx, cypher.writeNext, { rows: batch.flatMap(({ next }) => next) });
  return created.flatMap(({ scenes }) => scenes.map(({ id }) => id));
}

/** As `createSources` takes them. */
function listsOf({ source, scenes, passages }: SceneRows) {
  const passagesOf = groupBy(passages, ({ sceneId }) => sceneId);
  return {
    source,
    rootId: scenes[0]?.id,
    heldBy: [`source:${source.id}`],
    scenes: scenes.map((scene) => [
      scene.id,
      scene.title,
      scene.kind,
      scene.aliases,
      scene.start,
      scene.end,
      scene.level,
      scene.order,
      scene.key,
      scene.speaker,
      scene.speakerRole,
      scene.at,
      scene.atFrom,
      (passagesOf.get(scene.id) ?? []).map(({ id, start, end, text, hash }) => [id, start, end, text, hash]),
    ]),
  };
}

/** Sources of which the graph has something: taken over by what they say now. */
async function writeAgain(
  tx: Tx,
  batch: readonly SceneRows[],
  { vaultId, since, existing }: { vaultId: string; since: number; existing: readonly string[] },
): Promise<void> {
  const passages = batch.flatMap((rows) => rows.passages);
  await tx.run(cypher.keepDrafts, { ids: existing });
  await tx.run(cypher.writeSources, { vaultId, rows: batch.map((rows) => rows.source) });
  await tx.run(cypher.dropStructure, { ids: existing });
  await tx.run(cypher.writeScenes, { rows: batch.flatMap((rows) => rows.scenes), since });
  await replacePassages(tx, existing, passages);
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
