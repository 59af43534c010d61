import { parseSource } from '../../vault/parse/parse-source.ts';
import type { SentenceReader } from '../../vault/parse/sentences.ts';
import type { ParsedSource } from '../../vault/parsed.ts';
import { resolveLinks } from '../../vault/resolve/resolve-links.ts';
import { type Corpus, type CorpusNote, type CorpusWord, createStems, readWords } from '../signals/corpus.ts';
import { corpusFromSources, type WordReader } from '../signals/from-sources.ts';
import type { CorpusRows, Root } from './corpus-rows.ts';

/** Only the places of links are taken from the parse: finding sentences is what costs most there. */
const asOneSentence: SentenceReader = (words, offset) => [{ start: offset, end: offset + words.length }];

/**
 * Makes corpora of rows: ids are scene and passage ids, offsets those of the stored text (a source's, else the scene's body).
 * It remembers what it parsed, so that making one again costs what changed.
 */
export function createCorpusMaker(): (rows: CorpusRows) => Corpus {
  const parsed = new Map<string, { root: Root; source: ParsedSource }>();
  const readKnown = rememberWords();

  const parse = (root: Root): ParsedSource => {
    const known = parsed.get(root.id);
    if (known !== undefined && known.root.text === root.text && known.root.path === root.path)
      return known.source;
    const source = parseSource({ path: root.path ?? '', text: root.text ?? '' }, asOneSentence);
    parsed.set(root.id, { root, source });
    return source;
  };

  /** Notes of one vault are resolved together, so that the words of their links are known; other scenes have no links with words. */
  const readRoots = (roots: readonly Root[]): CorpusNote[] => {
    const notes = roots.filter((root) => root.text === null).map(freeNote);
    const inVaults = roots.filter((root) => root.text !== null);
    for (const vaultId of new Set(inVaults.map((root) => root.vaultId))) {
      const members = inVaults.filter((root) => root.vaultId === vaultId);
      const sources = members.map(parse);
      const first = notes.length;
      const made = corpusFromSources(sources, resolveLinks(sources).links, readKnown);
      for (const [at, note] of made.notes.entries()) {
        const links = note.links.map((link) => ({ ...link, target: link.target + first }));
        const { id, title } = members[at] ?? note;
        notes.push({ ...note, links, id, title });
      }
    }
    return notes;
  };

  return (rows) => {
    for (const id of parsed.keys()) if (!rows.roots.has(id)) parsed.delete(id);
    const corpus = { notes: readRoots([...rows.roots.values()].toSorted(byPlace)) };
    for (const note of corpus.notes) {
      const places = rows.passages.get(note.id) ?? [];
      note.passages = places.map(({ id, start, end }) => ({
        id,
        start,
        end,
        text: note.text.slice(start, end),
      }));
    }
    addLinks(corpus, rows.links);
    return corpus;
  };
}

/** Words of a note stay while its text and the places of its links do. */
function rememberWords(): WordReader {
  const stemOf = createStems();
  const known = new WeakMap<ParsedSource, { places: string; words: CorpusWord[] }>();
  return (source, links) => {
    const places = links
      .map(({ start, shownStart, shownEnd }) => `${start} ${shownStart} ${shownEnd}`)
      .join();
    const kept = known.get(source);
    if (kept?.places === places) return kept.words;
    const words = readWords(source.text, links, stemOf);
    known.set(source, { places, words });
    return words;
  };
}

function freeNote({ id, title, aliases, body }: Root): CorpusNote {
  const text = body ?? '';
  const words = readWords(text, []);
  return { id, path: '', title, aliases: aliases ?? [], text, links: [], words, passages: [] };
}

/** Links that a person made or accepted, or that came with a pack, stand in no text: they have no place and no words. */
function addLinks(corpus: Corpus, links: CorpusRows['links']): void {
  const at = new Map(corpus.notes.map((note, index) => [note.id, index]));
  for (const { from, to } of links) {
    const source = corpus.notes[at.get(from) ?? -1];
    const target = at.get(to);
    if (source === undefined || target === undefined) continue;
    if (source.links.some((link) => link.target === target)) continue;
    source.links.push({ target, start: 0, end: 0, shownStart: 0, shownEnd: 0 });
  }
}

/** By vault, then by path: the same order whatever was read when. */
function byPlace(a: Root, b: Root): number {
  const key = ({ vaultId, path, id }: Root) => [vaultId ?? '\uFFFF', path ?? '\uFFFF', id];
  const [own, other] = [key(a), key(b)];
  const first = own.findIndex((part, at) => part !== other[at]);
  return first < 0 ? 0 : (own[first] ?? '') < (other[first] ?? '') ? -1 : 1;
}
