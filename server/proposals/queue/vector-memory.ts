import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import type { Corpus } from '../signals/corpus.ts';
import { readPassageVectors, readTitleVectors, writeTitleVectors } from './corpus.cypher.ts';

type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/** Vectors of one model by the text, kept between questions: what the graph holds is read once. */
export interface VectorMemory {
  /** Those of all passages that have one, and of all titles; titles without one are embedded and stored. */
  read(
    graph: Graph,
    corpus: Corpus,
    by: { model: string; embed: Embed },
  ): Promise<ReadonlyMap<string, Float32Array>>;
}

const Vectors = z.array(z.object({ text: z.string(), vector: z.array(z.number()) }));
const page = 2000;
const titlesATime = 64;

export function createVectorMemory(): VectorMemory {
  let model = '';
  let known = new Map<string, Float32Array>();

  const readPages = async (graph: Graph, cypher: string, of: readonly { id: string }[]) => {
    for (let at = 0; at < of.length; at += page) {
      const parameters = { ids: of.slice(at, at + page).map(({ id }) => id), model };
      const rows = Vectors.parse(await graph.read((tx) => tx.run(cypher, parameters)));
      for (const { text, vector } of rows) known.set(text, Float32Array.from(vector));
    }
  };

  const embedTitles = async (graph: Graph, notes: readonly { id: string; title: string }[], embed: Embed) => {
    for (let at = 0; at < notes.length; at += titlesATime) {
      const part = notes.slice(at, at + titlesATime);
      const vectors = await embed(part.map(({ title }) => title));
      for (const [place, { title }] of part.entries()) known.set(title, vectors[place] ?? new Float32Array());
      const rows = part.map(({ id, title }, place) => ({ id, title, vector: [...(vectors[place] ?? [])] }));
      await graph.write((tx) => tx.run(writeTitleVectors, { model, rows }));
    }
  };

  return {
    async read(graph, { notes }, by) {
      if (by.model !== model) known = new Map();
      model = by.model;
      const passages = notes.flatMap((note) => note.passages);
      const unread = passages.filter(({ text }) => !known.has(text));
      await readPages(graph, readPassageVectors, unread);
      const untitled = () => notes.filter(({ title }) => !known.has(title));
      await readPages(graph, readTitleVectors, untitled());
      await embedTitles(graph, untitled(), by.embed);
      forgetRest([...passages.map(({ text }) => text), ...notes.map(({ title }) => title)]);
      return known;
    },
  };

  /** Texts that stand nowhere any more go once they are as many as those that do. */
  function forgetRest(standing: readonly string[]): void {
    if (known.size < 2 * standing.length) return;
    const texts = new Set(standing);
    known = new Map([...known].filter(([text]) => texts.has(text)));
  }
}
