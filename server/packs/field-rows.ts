import { z } from 'zod';
import { PassageId, ProposalId } from '../../graph-schema/ids.ts';
import { RelationKind } from '../../graph-schema/link-kinds.ts';
import { Concept, Link, Scene } from '../../graph-schema/nodes.ts';
import { ProposalKind } from '../../graph-schema/proposal.ts';
import type { Row, Tx } from '../graph/graph.ts';
import * as cypher from './packs.cypher.ts';
import { readDecisions } from './decisions.cypher.ts';

/** A part of the field as the graph holds it. */
export interface FieldRows {
  scenes: { scene: Scene; parent: string | null; after: string[] }[];
  /** texts of the sources that the scenes stand in, by id */
  sources: Map<string, string>;
  passages: { id: string; sceneId: string; start: number; end: number; text: string; heldBy: string[] }[];
  concepts: { concept: Concept; parents: string[] }[];
  links: { from: string; to: string; link: Link }[];
  decisions: DecisionRow[];
}

/** A decided proposal as the graph holds it, as far as it leaves in a pack. `decidedBy: 'sender'` came in with a pack. */
export const DecisionRow = z.object({
  id: ProposalId,
  kind: ProposalKind,
  state: z.enum(['accepted', 'rejected']),
  fromId: z.string(),
  toId: z.string(),
  relation: RelationKind,
  decidedBy: z.enum(['person', 'sender']).nullish(),
  createdAt: z.string().nullish(),
  decidedAt: z.string().nullish(),
  rejectReason: z.string().nullish(),
  reason: z.string().nullish(),
  reasonBy: z.enum(['model', 'template']).nullish(),
  models: z.array(z.string()).nullish(),
  model: z.string().nullish(),
  score: z.number().nullish(),
  signalNames: z.array(z.string()).nullish(),
  signalZs: z.array(z.number()).nullish(),
  signalShares: z.array(z.number()).nullish(),
  weights: z.string().nullish(),
  taskVersion: z.string().nullish(),
  seed: z.int().nullish(),
  evidencePassages: z.array(PassageId).nullish(),
  evidenceStarts: z.array(z.int()).nullish(),
  evidenceEnds: z.array(z.int()).nullish(),
  heldBy: z.array(z.string()).nullish(),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

/** Rows of one result that Neo4j is asked for at a time. */
const batch = 5000;

/** The scenes and concepts named, with everything between them. */
export async function readFieldRows(
  tx: Tx,
  { sceneIds, conceptIds }: { sceneIds: readonly string[]; conceptIds: readonly string[] },
): Promise<FieldRows> {
  const scenes = (await inBatches(tx, cypher.readScenes, sceneIds)).map((row) => ({
    scene: Scene.parse(row['scene']),
    parent: row['parent'] as string | null,
    after: row['after'] as string[],
  }));
  const sourceIds = [...new Set(scenes.flatMap(({ scene }) => scene.sourceId ?? []))];
  const sources = await inBatches(tx, cypher.readSources, sourceIds);
  const passages = (await inBatches(tx, cypher.readPassages, sceneIds)) as unknown as FieldRows['passages'];
  const concepts = (await inBatches(tx, cypher.readConcepts, conceptIds)).map((row) => ({
    concept: Concept.parse(row['concept']),
    parents: row['parents'] as string[],
  }));
  return {
    scenes,
    sources: new Map(sources.map((row) => [row['id'] as string, row['text'] as string])),
    passages,
    concepts,
    links: await readLinks(tx, sceneIds, conceptIds),
    decisions: await readDecided(tx, sceneIds),
  };
}

/** Decided proposals between the scenes: what leaves in a pack. */
async function readDecided(tx: Tx, sceneIds: readonly string[]): Promise<DecisionRow[]> {
  const ids = new Set(sceneIds);
  const rows = await inBatches(tx, readDecisions, sceneIds);
  return rows.map((row) => DecisionRow.parse(row['decision'])).filter(({ toId }) => ids.has(toId));
}

async function readLinks(
  tx: Tx,
  sceneIds: readonly string[],
  conceptIds: readonly string[],
): Promise<FieldRows['links']> {
  const ids = [...sceneIds, ...conceptIds];
  const rows = [
    ...(await inBatches(tx, cypher.readLinksFrom.scenes, sceneIds, { ids })),
    ...(await inBatches(tx, cypher.readLinksFrom.concepts, conceptIds, { ids })),
  ];
  return rows.map((row) => ({
    from: row['from'] as string,
    to: row['to'] as string,
    link: Link.parse({ ...noEvidence, ...(row['link'] as object), kind: row['kind'] }),
  }));
}

const noEvidence = { evidencePassages: [], evidenceStarts: [], evidenceEnds: [] };

/** The statement unwinds `$batch`; the rest of the parameters is the same for every batch. */
export async function inBatches(
  tx: Tx,
  statement: string,
  items: readonly unknown[],
  parameters: Record<string, unknown> = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < items.length; at += batch) {
    for (const row of await tx.run(statement, { ...parameters, batch: items.slice(at, at + batch) }))
      rows.push(row);
  }
  return rows;
}
