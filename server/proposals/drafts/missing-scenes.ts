import { z } from 'zod';
import { stemsOf } from '../../../models/words/stem.ts';
import type { Graph } from '../../graph/graph.ts';
import { readMissing, readPassagesNaming, readPassageTexts } from './drafts.cypher.ts';
import { createGatherSpans, type GatherSpans, type Span } from './gather-spans.ts';

const Passages = z.array(
  z.object({
    id: z.string(),
    sceneId: z.string(),
    rootId: z.string(),
    vaultId: z.string().nullable(),
    text: z.string(),
    title: z.string(),
  }),
);
const Call = z.object({
  caller: z.string(),
  root: z.string(),
  vaultId: z.string().nullable(),
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
  { vaultId }: { vaultId: string | null },
): Promise<MissingScene[]> {
  return graph.read(async (tx) => {
    const missing = z.array(Missing).parse(await tx.run(readMissing, { vaultId, sceneId: null }));
    const gather = createGatherSpans(Passages.parse(await tx.run(readPassageTexts, { vaultId })));
    return missing.map((scene) => withSpans(scene, gather));
  });
}

/** One of them, with the same spans, from the passages that can name it alone. Undefined when it is not missing. */
export async function readMissingScene(graph: Graph, sceneId: string): Promise<MissingScene | undefined> {
  return graph.read(async (tx) => {
    const [scene] = z.array(Missing).parse(await tx.run(readMissing, { vaultId: null, sceneId }));
    if (scene === undefined) return undefined;
    const names = [scene.title, ...(scene.aliases ?? [])].map(partsOf).filter(({ length }) => length > 0);
    const ids = scene.calls.flatMap(({ passages }) => passages ?? []);
    const passages = await tx.run(readPassagesNaming, { ids, names, stress: '\u0301' });
    return withSpans(scene, createGatherSpans(Passages.parse(passages)));
  });
}

function withSpans(
  { id, title, aliases, calls }: z.infer<typeof Missing>,
  gather: GatherSpans,
): MissingScene {
  const spans = gather({ title, aliases: aliases ?? [], calls });
  return { id, title, calls: calls.length, caller: calls[0]?.root ?? id, spans };
}

/** What every form of a name's words holds: its stems, of which the English stemmer may have changed the last letter (`stories`, `stori`). */
function partsOf(name: string): string[] {
  return stemsOf(name).map((stem) => (/^[a-z]{2,}$/.test(stem) ? stem.slice(0, -1) : stem));
}
