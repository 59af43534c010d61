import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../../models/cache-folder.ts';
import { chooseModels } from '../../models/choice.ts';
import { createModels } from '../../models/supervise/create-models.ts';
import { meanOf, type Vector } from '../../scenes/formula/vectors.ts';
import { collectVectors } from '../../server/proposals/eval/collect-vectors.ts';
import { shuffle } from '../../server/proposals/shuffle.ts';
import type { Corpus } from '../../server/proposals/signals/corpus.ts';
import { corpusFromSources } from '../../server/proposals/signals/from-sources.ts';
import type { ParsedSource } from '../../server/vault/parsed.ts';
import { resolveLinks, type ResolvedLink } from '../../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../../server/vault/scan.ts';

export interface EmbeddedNotes {
  notes: EmbeddedNote[];
  /** distinct, no note to itself; indices into `notes` */
  links: { from: number; to: number }[];
  /** vectors asked for and kept, over all notes */
  passages: number;
}

export interface EmbeddedNote {
  /** means of passages, as the model gave them */
  whole: Vector;
  title: Vector;
  /** headed sections: their own passages, and those of the rest of the note */
  sections: { own: Vector; rest: Vector }[];
}

interface Options {
  folder: string;
  /** with fewer than all: the ends of links that are drawn by a seed */
  mostNotes: number;
  /** the first ones of each note */
  passagesANote: number;
  say(line: string): void;
}

const model = 'multilingual-e5-small-q4';

/** Vectors of a public vault's notes. Kept beside other temporary files, so that another run need not embed it again. */
export async function embedNotes({ folder, mostNotes, passagesANote, say }: Options): Promise<EmbeddedNotes> {
  const scan = await scanVault(folder);
  const all = resolveLinks(scan.sources, scan.others).links;
  const { sources, links } = sample(scan.sources, all, mostNotes);
  const short = sources.map((source) => ({ ...source, passages: source.passages.slice(0, passagesANote) }));
  const corpus = corpusFromSources(short, links);
  const vectors = await embedCorpus(corpus, say);
  const kept = new Map<number, number>();
  const notes: EmbeddedNote[] = [];
  for (const [at, source] of short.entries()) {
    const own = source.passages.map(({ start, end }) => vectors.get(source.text.slice(start, end)));
    const note = noteOf(source, own, vectors.get(source.title));
    if (note === null) continue;
    kept.set(at, notes.length);
    notes.push(note);
  }
  const pairs = new Map<string, { from: number; to: number }>();
  for (const { source, to } of links) {
    const [from, target] = [kept.get(source), kept.get(to.source)];
    if (from !== undefined && target !== undefined && from !== target)
      pairs.set(`${from} ${target}`, { from, to: target });
  }
  const passages = short.reduce((sum, source) => sum + source.passages.length, 0);
  return { notes, links: [...pairs.values()], passages };
}

function sample(sources: ParsedSource[], links: ResolvedLink[], most: number) {
  if (sources.length <= most) return { sources, links };
  const chosen = new Map<number, number>();
  for (const { source, to } of shuffle(links, 1))
    for (const end of [source, to.source])
      if (chosen.size < most && !chosen.has(end)) chosen.set(end, chosen.size);
  return {
    sources: [...chosen.keys()].flatMap((at) => sources[at] ?? []),
    links: links.flatMap((link) => {
      const [source, to] = [chosen.get(link.source), chosen.get(link.to.source)];
      return source === undefined || to === undefined
        ? []
        : [{ ...link, source, to: { ...link.to, source: to } }];
    }),
  };
}

async function embedCorpus(corpus: Corpus, say: (line: string) => void): Promise<Map<string, Vector>> {
  const models = createModels({
    cache: cacheFolder(),
    choice: chooseModels({ env: { SCENEFIELD_EMBED_MODEL: model, SCENEFIELD_WRITE_MODEL: 'none' } }),
  });
  try {
    await models.ready('embed');
    say(`${corpus.notes.length} notes: vectors are made or found`);
    const cache = path.join(os.tmpdir(), 'scenefield-bench');
    return await collectVectors([corpus], { models, cache, model, signal: undefined });
  } finally {
    await models.stop();
  }
}

function noteOf(
  { scenes, passages }: ParsedSource,
  vectors: readonly (Vector | undefined)[],
  title: Vector | undefined,
): EmbeddedNote | null {
  const [first] = vectors;
  if (first === undefined || title === undefined) return null;
  const mean = (isIn: (scene: number) => boolean) => {
    const own = vectors.filter(
      (vector, at) => vector !== undefined && isIn(passages[at]?.scene ?? 0),
    ) as Vector[];
    return own.length === 0 ? null : meanOf(own, first.length);
  };
  const isWithin = (scene: number, whole: number): boolean => {
    for (let at: number | null = scene; at !== null; at = scenes[at]?.parent ?? null)
      if (at === whole) return true;
    return false;
  };
  const sections = scenes.flatMap(({ kind }, at) => {
    const own = kind === 'section' ? mean((scene) => isWithin(scene, at)) : null;
    const rest = mean((scene) => !isWithin(scene, at));
    return own === null || rest === null ? [] : [{ own, rest }];
  });
  return { whole: mean(() => true) ?? first, title, sections };
}
