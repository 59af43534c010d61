import { groupBy } from '../../field/group-by.ts';
import type { Graph, Tx } from '../../graph/graph.ts';
import { findQuotesAgain } from './quotes.ts';
import { runRows } from './run-rows.ts';
import type { SceneRows } from './source-rows.ts';
import * as cypher from './write-scenes.cypher.ts';

export interface WritingScenes {
  vaultId: string;
  /** number of the change */
  since: number;
  /** the graph had no scene at all: none has to be looked for */
  isFirst: boolean;
}

/** Writes sources with their scenes and passages, whole; in one transaction that may run again. Gives the ids of scenes of which the graph had nothing. */
export async function writeSceneRows(
  tx: Tx,
  batch: readonly SceneRows[],
  of: WritingScenes,
): Promise<string[]> {
  const existing = of.isFirst ? new Set<string>() : await existingIn(tx, batch);
  const isNew = ({ scenes }: SceneRows) => scenes.every(({ id }) => !existing.has(id));
  const created = batch.filter(isNew);
  const { vaultId, since } = of;
  await runRows(tx, cypher.createSources, { vaultId, since, rows: created.map(listsOf) });
  const kept = batch.filter((rows) => !isNew(rows));
  if (kept.length > 0) await writeAgain(tx, kept, { vaultId, since, existing: [...existing] });
  await runRows(tx, cypher.writeNext, { rows: batch.flatMap(({ next }) => next) });
  return created.flatMap(({ scenes }) => scenes.map(({ id }) => id));
}

export async function hasNoScenes(graph: Graph): Promise<boolean> {
  const [row] = await graph.read((tx) => tx.run(cypher.countAllScenes));
  return row?.['scenes'] === 0;
}

async function existingIn(tx: Tx, batch: readonly SceneRows[]): Promise<Set<string>> {
  const ids = batch.flatMap(({ scenes }) => scenes.map(({ id }) => id));
  const found = await tx.run(cypher.findScenes, { ids });
  return new Set(found.map((row) => String(row['id'])));
}

/** As `createSources` takes them. */
function listsOf({ source, scenes, passages, parts }: SceneRows) {
  const passagesOf = groupBy(passages, ({ sceneId }) => sceneId);
  const placeOf = new Map(scenes.map(({ id }, place) => [id, place]));
  return {
    source: [
      source.id,
      source.path,
      source.file,
      source.stamp,
      source.hash,
      source.bytes,
      source.mtimeMs,
      source.encoding,
      source.text,
      source.constructs,
      source.fault,
      source.scenesDigest,
      source.outline,
    ],
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
    parts: parts.map((ends) => ends.map((id) => placeOf.get(id))),
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
  await runRows(tx, cypher.writeParts, { rows: batch.flatMap(({ parts }) => parts) });
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
