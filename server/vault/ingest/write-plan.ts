import { AppError } from '../../../graph-schema/app-error.ts';
import { commitChange } from '../../changes/commit-change.ts';
import type { Graph, Tx } from '../../graph/graph.ts';
import { awaitFullText } from '../../graph/migrate.ts';
import { readerVersion } from '../folder-stamp.ts';
import { leaveScenes } from './leave-scenes.ts';
import { type LinkRows, linkRows } from './link-rows.ts';
import { conceptsIn, passagesIn, type Plan, type PlannedSource } from './plan.ts';
import { readParts, withTexts } from './read-again.ts';
import type { TextKeeper } from './read-folder.ts';
import { type SceneRows, sceneRows } from './source-rows.ts';
import type { KeptSource } from './stored.ts';
import type { OpenedVault } from './vault-node.ts';
import { writeLinkRows } from './write-links.ts';
import { hasNoScenes, restamp, writeSceneRows } from './write-scenes.ts';

export interface Writing {
  vault: OpenedVault;
  plan: Plan;
  texts: TextKeeper;
  signal: AbortSignal | undefined;
  /** sources written, of as many */
  report: (progress: { done: number; total: number }) => void;
}

/** Scenes first, then links between them; in transactions of some thousand rows, each whole. What differs is logged once, before it. */
export async function writePlan(graph: Graph, writing: Writing): Promise<void> {
  const { plan, vault, signal } = writing;
  const since = await graph.write((tx) => logIngest(tx, vault, plan));
  const of = { vaultId: vault.id, since, created: new Set<string>() };
  const isFirst = await hasNoScenes(graph);
  const total = plan.scenes.length + plan.links.length;
  let done = 0;
  const proceed = (by: number) => {
    done += by;
    writing.report({ done, total });
    if (signal?.aborted) throw new AppError('cancelled');
  };
  await together(
    batches(scenesOf(writing), ({ rows }) => rows.scenes.length + rows.passages.length),
    scenesAtOnce,
    async (batch) => {
      const leaving = batch.flatMap((source) => source.leaving);
      const rows = batch.map((source) => source.rows);
      let tries = 0;
      const created = await graph.write(async (tx) => {
        tries += 1;
        if (leaving.length > 0) await leaveScenes(tx, leaving, []);
        // a second try may find what the first one wrote: its answer was lost
        return writeSceneRows(tx, rows, { ...of, isFirst: isFirst && tries === 1 });
      });
      for (const id of created) of.created.add(id);
      proceed(batch.length);
    },
  );
  // after the scenes: a section that moved to another file has left by now
  for await (const batch of batches(plan.vanished, ({ leaving }) => leaving.length)) {
    const sourceIds = batch.map(({ sourceId }) => sourceId);
    await graph.write((tx) =>
      leaveScenes(
        tx,
        batch.flatMap(({ leaving }) => leaving),
        sourceIds,
      ),
    );
    proceed(0);
  }
  await together(batches(linksOf(writing), weighLinks), linksAtOnce, async (batch) => {
    await graph.write((tx) => writeLinkRows(tx, batch, of));
    proceed(batch.length);
  });
  await awaitFullText(graph);
}

/** What was saved anew and says the same is not read again next time. */
export async function writeStamps(graph: Graph, { restamped }: Plan): Promise<void> {
  if (restamped.length === 0) return;
  const rows = restamped.map((source) => ({
    id: source.ids.id,
    stamp: source.read.note.stamp,
    mtimeMs: source.read.note.mtimeMs,
  }));
  await graph.write((tx) => restamp(tx, rows));
}

async function* scenesOf({ plan, texts }: Writing) {
  for await (const { text, leaving, ...source } of withTexts(plan.scenes, texts)) {
    const { parts } = source.read;
    // a file that was read before: its scenes and what is kept of it were written together
    if (parts === null) continue;
    const rows: SceneRows = sceneRows({ read: source.read, parts, text, ids: source.ids });
    rows.source.scenesDigest = source.scenesDigest;
    rows.source.outline = JSON.stringify(keptOf(source));
    yield { rows, leaving };
  }
}

function keptOf({ read, ids: { scenes, keys } }: Pick<PlannedSource, 'read' | 'ids'>): KeptSource {
  const { outline, file } = read;
  return {
    reader: readerVersion,
    outline,
    file,
    scenes: [...scenes],
    keys: [...keys],
    passages: passagesIn(read),
    concepts: conceptsIn(read),
  };
}

/** A source whose file is untouched, and whose links lead elsewhere now, is read for its places. */
async function* linksOf({ plan, signal }: Writing) {
  const untouched = plan.links.flatMap(({ read }) => (read.parts === null ? [read] : []));
  const again = await readParts(untouched, signal);
  for (const { read, ids, targets, titled, existing, linksDigest } of plan.links) {
    const parts = read.parts ?? again.get(read.outline.path);
    if (!parts) continue;
    yield {
      rows: linkRows({ source: read.outline, parts, ids, targets, titled }),
      existing,
      digest: linksDigest,
    };
  }
}

function weighLinks({ rows }: { rows: LinkRows }): number {
  return rows.links.length + rows.cites.length + rows.mentions.length;
}

function logIngest(tx: Tx, vault: OpenedVault, { added, edited, removed, touches }: Plan): Promise<number> {
  const values = { vault: vault.name, added, edited, removed };
  return commitChange(tx, { kind: 'ingest', values, steps: [], touches });
}

/** Transactions at once. Sources of their own wait for nobody; links meet at the scenes that everybody links to, and would wait for each other. */
const scenesAtOnce = 2;
const linksAtOnce = 1;
/** Rows that one transaction takes. */
const batchRows = 4_000;

/** Items together up to so many rows. */
async function* batches<T>(
  items: AsyncIterable<T> | Iterable<T>,
  weigh: (item: T) => number,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let weight = 0;
  for await (const item of items) {
    batch.push(item);
    weight += weigh(item) + 1;
    if (weight < batchRows) continue;
    yield batch;
    batch = [];
    weight = 0;
  }
  if (batch.length > 0) yield batch;
}

/** So many at once, each begun in its order; the next is made while these are written. Ends when all are, with the first fault if there was one. */
async function together<T>(
  batches: AsyncIterable<T>,
  most: number,
  write: (batch: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  try {
    for await (const batch of batches) {
      const writing: Promise<void> = write(batch).then(() => void running.delete(writing));
      running.add(writing);
      // heard below
      writing.catch(() => undefined);
      if (running.size >= most) await Promise.race(running);
    }
  } finally {
    await Promise.allSettled(running);
  }
  await Promise.all(running);
}
