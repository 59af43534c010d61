import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { readMissing, readPassageTexts } from './drafts.cypher.ts';
import { createGatherSpans, type Span } from './gather-spans.ts';

const Passage = z.object({
  id: z.string(),
  sceneId: z.string(),
  rootId: z.string(),
  text: z.string(),
  title: z.string(),
});
const Call = z.object({
  caller: z.string(),
  root: z.string(),
  passages: z.array(z.string()).nullable(),
  starts: z.array(z.int()).nullable(),
  ends: z.array(z.int()).nullable(),
});
const Missing = z.object({
  id: z.string(),
  title: z.string(),
  aliases: z.array(z.string()).nullable(),
  calls: z.array(Call),
});

export interface MissingScene {
  id: string;
  title: string;
  /** how many scenes link it */
  calls: number;
  /** the note that calls for it first */
  caller: string;
  spans: Span[];
}

/** Scenes that are called for and not written, the most called first, each with what the field says about it. */
export async function readMissingScenes(
  graph: Graph,
  { vaultId, sceneId }: { vaultId: string | null; sceneId: string | null },
): Promise<MissingScene[]> {
  const rows = await graph.read(async (tx) => ({
    missing: z.array(Missing).parse(await tx.run(readMissing, { vaultId, sceneId })),
    passages: z.array(Passage).parse(await tx.run(readPassageTexts, { vaultId })),
  }));
  const gather = createGatherSpans(rows.passages);
  return rows.missing.map(({ id, title, aliases, calls }) => ({
    id,
    title,
    calls: calls.length,
    caller: calls[0]?.root ?? id,
    spans: gather({ title, aliases: aliases ?? [], calls }),
  }));
}
