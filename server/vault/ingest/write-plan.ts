import { AppError } from '../../../graph-schema/app-error.ts';
import { commitChange, completeChange } from '../../changes/commit-change.ts';
import type { Graph, Tx } from '../../graph/graph.ts';
import { awaitFullText } from '../../graph/migrate.ts';
import type { Begun } from './first-reading.ts';
import { adding, inBatches } from './in-batches.ts';
import { leaveScenes } from './leave-scenes.ts';
import { linkRows, type NamedRows, namedRows } from './link-rows.ts';
import { inOwnBatches, type OwnRows, ownRows, writeOwn } from './own-rows.ts';
import type { Plan } from './plan.ts';
import { readParts, withTexts } from './read-again.ts';
import type { SourceParts, TextKeeper } from './read-folder.ts';
import { beginReading } from './vault-node.cypher.ts';
import type { OpenedVault } from './vault-node.ts';
import { type LinkBatch, writeLinkRows } from './write-links.ts';
import { writeNamed } from './write-named.ts';
import { restamp } from './write-scenes.ts';

export interface Writing {
  vault: OpenedVault;
  plan: Plan;
  texts: TextKeeper;
  /** what was written and logged while the folder was read */
  begun: Begun | null;
  signal: AbortSignal | undefined;
  /** sources written, of as many */
  report: (progress: { done: number; total: number }) => void;
}

/** Scenes first, then links between them; in transactions of some thousand rows, each whole. What differs is logged once, before it. */
export async function writePlan(graph: Graph, writing: Writing): Promise<void> {
  const { plan, vault, signal, begun } = writing;
  const since = await graph.write((tx) => logIngest(tx, writing));
  const created = new Set(begun?.created);
  const of = { vaultId: vault.id, since, created };
  const total = plan.scenes.length + plan.links.length;
  let done = 0;
  const proceed = (by: number) => {
    done += by;
    writing.report({ done, total });
    if (signal?.aborted) throw new AppError('cancelled');
  };
  await inBatches(
    {
      ...inOwnBatches,
      async write(batch: OwnRows[]) {
        for (const id of await writeOwn(graph, batch, { ...of, isFirst: false })) created.add(id);
        proceed(batch.length);
      },
    },
    adding(scenesOf(writing)),
  );
  // after the scenes: a section that moved to another file has left by now
  await inBatches(
    {
      weigh: ({ leaving }) => leaving.length,
      atOnce: 1,
      async write(batch: Plan['vanished']) {
        const leaving = batch.flatMap((source) => source.leaving);
        const sourceIds = batch.map(({ sourceId }) => sourceId);
        await graph.write((tx) => leaveScenes(tx, leaving, sourceIds));
        proceed(0);
      },
    },
    adding(plan.vanished),
  );
  const saying = await withParts(writing);
  await writeNamed(graph, namedBy(saying), of);
  await inBatches(
    {
      weigh: ({ rows }) => rows.links.length + rows.cites.length + rows.mentions.length,
      // a new link takes its ends only while it is committed; one that goes may take with it what it led to
      atOnce: begun === null ? 1 : 2,
      async write(batch: LinkBatch[]) {
        await graph.write((tx) => writeLinkRows(tx, batch, of));
        proceed(batch.length);
      },
    },
    adding(linksOf(saying)),
  );
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

async function* scenesOf({ plan, texts }: Writing): AsyncGenerator<OwnRows> {
  for await (const { leaving, ...source } of withTexts(plan.scenes, texts)) {
    const rows = ownRows(source);
    if (rows !== null) yield { rows, leaving };
  }
}

type Saying = Plan['links'][number] & { parts: SourceParts };

/** A source whose file is untouched, and whose links lead elsewhere now, is read for its places. */
async function withParts({ plan, signal }: Writing): Promise<Saying[]> {
  const untouched = plan.links.flatMap(({ read }) => (read.parts === null ? [read] : []));
  const again = await readParts(untouched, signal);
  return plan.links.flatMap((source) => {
    const parts = source.read.parts ?? again.get(source.read.outline.path);
    return parts ? [{ ...source, parts }] : [];
  });
}

function* namedBy(sources: readonly Saying[]): Generator<NamedRows> {
  for (const source of sources) yield namedRows({ ...source, source: source.read.outline });
}

function namedIds(source: Saying): string[] {
  const { concepts, missing } = namedRows({ ...source, source: source.read.outline });
  return [...concepts, ...missing].map(({ id }) => id);
}

function* linksOf(sources: readonly Saying[]): Generator<LinkBatch> {
  for (const source of sources)
    yield {
      rows: linkRows(source),
      named: source.existing.length === 0 ? [] : namedIds(source),
      existing: source.existing,
      digest: source.linksDigest,
    };
}

async function logIngest(tx: Tx, { vault, plan, begun }: Writing): Promise<number> {
  await tx.run(beginReading, { id: vault.id });
  const { added, edited, removed, touches } = plan;
  const values = { vault: vault.name, added, edited, removed };
  return begun === null
    ? commitChange(tx, { kind: 'ingest', values, steps: [], touches })
    : completeChange(tx, begun.since, { values, touches });
}
