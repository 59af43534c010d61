import { groupBy } from '../../field/group-by.ts';
import type { Row, Tx } from '../../graph/graph.ts';
import type { LinkRow, LinkRows } from './link-rows.ts';
import { runRows } from './run-rows.ts';
import * as cypher from './write-links.cypher.ts';

/** `existing`: scenes of the source that may already say something in the graph; `named`: where there are any, ids of what it still names. */
export interface LinkBatch {
  rows: LinkRows;
  named: readonly string[];
  existing: readonly string[];
  digest: string;
}

const writers = {
  links: { write: cypher.writeLinksTo, create: cypher.createLinksTo },
  cites: { write: cypher.writeCites, create: cypher.createCites },
  mentions: { write: cypher.writeMentions, create: cypher.createMentions },
};

/** Writes what sources say about others, and takes back what they no longer say; in one transaction that may run again. `created`: scenes that this ingest made. */
export async function writeLinkRows(
  tx: Tx,
  batch: readonly LinkBatch[],
  of: { since: number; created: ReadonlySet<string> },
): Promise<void> {
  const all = batch.map(({ rows }) => rows);
  const { since } = of;
  const linkIds = all
    .flatMap((rows) => [...rows.links, ...rows.cites, ...rows.mentions])
    .map((row) => row.id);
  const existing = batch.flatMap((source) => source.existing);
  if (existing.length > 0) {
    const dropped = await tx.run(cypher.dropLinks, { sceneIds: existing, keep: linkIds });
    await releaseTargets(tx, dropped, batch);
  }
  for (const [kind, { write, create }] of Object.entries(writers)) {
    const rows = withSource(all, (links) => links[kind as keyof typeof writers]);
    const isNew = ({ from }: LinkRow) => of.created.has(from);
    await runRows(tx, write, { since, rows: rows.filter((row) => !isNew(row)) });
    await runRows(tx, create, { since, rows: listsOf(rows.filter(isNew)) });
  }
  await tx.run(cypher.markLinksWritten, {
    rows: batch.map(({ rows, digest }) => ({ id: rows.sourceId, digest })),
  });
}

/** As the statements that create links take them. */
function listsOf(rows: readonly (LinkRow & { sourceId: string })[]) {
  return [...groupBy(rows, ({ from }) => from)].map(([from, links]) => ({
    from,
    heldBy: links.slice(0, 1).map(({ sourceId }) => `source:${sourceId}`),
    links: links.map((link) => [
      link.to,
      link.id,
      link.embed,
      link.evidencePassages,
      link.evidenceStarts,
      link.evidenceEnds,
    ]),
  }));
}

/** Scenes whose file no longer has them say nothing any more. */
export async function dropLinksOf(tx: Tx, sceneIds: readonly string[]): Promise<void> {
  await releaseTargets(tx, await tx.run(cypher.dropLinks, { sceneIds, keep: [] }), []);
}

/** Concepts and missing scenes that a source no longer names lose it as their holder. */
async function releaseTargets(tx: Tx, dropped: readonly Row[], still: readonly LinkBatch[]): Promise<void> {
  const named = new Map(still.map(({ rows: { sourceId }, named: ids }) => [sourceId, ids] as const));
  const rows = dropped.map((row) => ({ ...row, keep: named.get(String(row['sourceId'])) ?? [] }));
  if (rows.length === 0) return;
  await tx.run(cypher.releaseConcepts, { rows });
  await tx.run(cypher.releaseMissing, { rows });
}

function withSource(all: readonly LinkRows[], pick: (rows: LinkRows) => LinkRow[]) {
  return all.flatMap((rows) => pick(rows).map((row) => ({ ...row, sourceId: rows.sourceId })));
}
