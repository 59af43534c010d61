import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { parseSource } from '../../vault/parse/parse-source.ts';
import type { SentenceReader } from '../../vault/parse/sentences.ts';
import { resolveLinks } from '../../vault/resolve/resolve-links.ts';
import { type Corpus, type CorpusNote, readWords } from '../signals/corpus.ts';
import { corpusFromSources } from '../signals/from-sources.ts';
import { readRootLinks, readRootPassages, readRoots } from './corpus.cypher.ts';

const Root = z.object({
  id: z.string(),
  title: z.string(),
  aliases: z.array(z.string()).nullable(),
  vaultId: z.string().nullable(),
  body: z.string().nullable(),
  path: z.string().nullable(),
  text: z.string().nullable(),
});
type Root = z.infer<typeof Root>;

const PassagePlace = z.object({ id: z.string(), rootId: z.string(), start: z.int(), end: z.int() });
const RootLink = z.object({ from: z.string(), to: z.string() });

/** The field's notes as a corpus: ids are scene and passage ids, offsets those of the stored text (a source's, else the scene's body). */
export async function loadCorpus(graph: Graph, vaultId: string | null): Promise<Corpus> {
  const { roots, passages, links } = await graph.read(async (tx) => ({
    roots: z.array(Root).parse(await tx.run(readRoots, { vaultId })),
    passages: z.array(PassagePlace).parse(await tx.run(readRootPassages, { vaultId })),
    links: z.array(RootLink).parse(await tx.run(readRootLinks, { vaultId })),
  }));
  const corpus = parseRoots(roots);
  const at = new Map(corpus.notes.map((note, index) => [note.id, index]));
  for (const note of corpus.notes) note.passages = [];
  for (const { id, rootId, start, end } of passages) {
    const note = corpus.notes[at.get(rootId) ?? -1];
    note?.passages.push({ id, start, end, text: note.text.slice(start, end) });
  }
  addLinks(corpus, links, at);
  return corpus;
}

/** Only the places of links are taken from the parse: finding sentences is what costs most there. */
const asOneSentence: SentenceReader = (words, offset) => [{ start: offset, end: offset + words.length }];

/** Notes of one vault are parsed together, so that the words of their links are known; other scenes have no links with words. */
function parseRoots(roots: readonly Root[]): Corpus {
  const notes = roots.filter((root) => root.text === null).map(freeNote);
  const inVaults = roots.filter((root) => root.text !== null);
  for (const vaultId of new Set(inVaults.map((root) => root.vaultId))) {
    const members = inVaults.filter((root) => root.vaultId === vaultId);
    const sources = members.map(({ path, text }) =>
      parseSource({ path: path ?? '', text: text ?? '' }, asOneSentence),
    );
    const first = notes.length;
    for (const [at, note] of corpusFromSources(sources, resolveLinks(sources).links).notes.entries()) {
      const links = note.links.map((link) => ({ ...link, target: link.target + first }));
      const { id, title } = members[at] ?? note;
      notes.push({ ...note, links, id, title });
    }
  }
  return { notes };
}

function freeNote({ id, title, aliases, body }: Root): CorpusNote {
  const text = body ?? '';
  return {
    id,
    path: '',
    title,
    aliases: aliases ?? [],
    text,
    links: [],
    words: readWords(text, []),
    passages: [],
  };
}

/** Links that a person made or accepted, or that came with a pack, stand in no text: they have no place and no words. */
function addLinks(
  corpus: Corpus,
  links: readonly z.infer<typeof RootLink>[],
  at: ReadonlyMap<string, number>,
): void {
  for (const { from, to } of links) {
    const source = corpus.notes[at.get(from) ?? -1];
    const target = at.get(to);
    if (source === undefined || target === undefined) continue;
    if (source.links.some((link) => link.target === target)) continue;
    source.links.push({ target, start: 0, end: 0, shownStart: 0, shownEnd: 0 });
  }
}
