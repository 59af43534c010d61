import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { buildCorpusIndex, type CorpusIndex } from '../signals/corpus-index.ts';
import { sectionCorpus, type SectionRow } from './section-corpus.ts';
import { readSections as all, readSectionsOf as some } from './sections.cypher.ts';

/** Of four notes there are six pairs, and how far a note stands out among three others says nothing: with fewer than so many, links are looked for between their sections. */
const fewestNotes = 5;

export function isOfSections(notes: number): boolean {
  return notes > 0 && notes < fewestNotes;
}

const Sections = z.array(
  z.object({
    id: z.string(),
    rootId: z.string(),
    title: z.string(),
    kind: z.string(),
    aliases: z.array(z.string()),
    passages: z.array(z.object({ id: z.string(), text: z.string() })),
    within: z.array(z.string()),
    next: z.array(z.string()),
    links: z.array(z.string()),
  }),
);

export interface ReadSections {
  index: CorpusIndex;
  /** side by side with the corpus */
  sections: SectionRow[];
}

/** The scenes of a vault, or of the whole field, that say something themselves. */
export async function readSections(graph: Graph, vaultId: string | null): Promise<ReadSections> {
  return madeOf(await graph.read((tx) => tx.run(all, { vaultId })));
}

/** Those of the notes that these scenes are in. */
export async function readSectionsOf(graph: Graph, ids: readonly string[]): Promise<ReadSections> {
  return madeOf(await graph.read((tx) => tx.run(some, { ids })));
}

function madeOf(rows: readonly unknown[]): ReadSections {
  const { corpus, sections } = sectionCorpus(Sections.parse(rows));
  return { index: buildCorpusIndex(corpus), sections };
}
