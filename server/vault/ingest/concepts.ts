import { conceptKey, deriveId } from '../ids.ts';
import type { ParsedSource, SourceOutline } from '../parsed.ts';

export interface ConceptRow {
  id: string;
  name: string;
  aliases: string[];
  from: 'tag' | 'title' | 'alias' | 'code' | 'bold';
  /** the concept that a nested tag's is part of */
  parentId: string | null;
}

/** A place where a scene names a concept. */
export interface ConceptMention {
  scene: number;
  concept: ConceptRow;
  start: number;
  end: number;
}

/** Concepts that a source's words name: its tags, names in code and bold. `#a/b` is the concept `b`, part of `a`; the whole of it is its alias. */
export function namedConcepts({ mentions }: Pick<ParsedSource, 'mentions'>): ConceptMention[] {
  return mentions.map(({ scene, name, from, start, end }) => ({
    scene,
    start,
    end,
    concept: from === 'tag' ? tagConcept(name) : concept(name, from),
  }));
}

/** Titles and aliases of a source that recur. */
export function titledConcepts(
  source: SourceOutline,
  recurrent: ReadonlyMap<string, ConceptRow>,
): ConceptMention[] {
  return source.scenes.flatMap((scene, index) => {
    const names = index === 0 ? [scene.title, ...source.aliases] : [scene.title];
    return names.flatMap((name) => {
      const found = scene.kind === 'turn' ? undefined : recurrent.get(conceptKey(name));
      // the place is the scene itself, which has no words for a quote
      return found ? [{ scene: index, concept: found, start: scene.start, end: scene.start }] : [];
    });
  });
}

/** A tag's concepts from its own up to the outermost. */
export function tagConcept(tag: string): ConceptRow {
  const parts = tag.split('/').filter(Boolean);
  const name = parts.at(-1) ?? tag;
  const key = conceptKey(parts.join('/'));
  const parent = parts.slice(0, -1).join('/');
  return {
    id: conceptId(key),
    name,
    aliases: parts.length > 1 ? [parts.join('/')] : [],
    from: 'tag',
    parentId: parent === '' ? null : conceptId(conceptKey(parent)),
  };
}

export function tagParents(tag: string): ConceptRow[] {
  const parts = tag.split('/').filter(Boolean);
  return parts.slice(1).map((_, index) => tagConcept(parts.slice(0, index + 1).join('/')));
}

function concept(name: string, from: ConceptRow['from']): ConceptRow {
  return { id: conceptId(conceptKey(name)), name: name.normalize('NFC'), aliases: [], from, parentId: null };
}

function conceptId(key: string): string {
  return deriveId('concept', key);
}

/**
 * Titles and aliases that name something in two notes and more. One that stands in every tenth note is a form's heading
 * ("Sources", "See also"), not an idea.
 */
export function recurrentNames(sources: readonly SourceOutline[]): Map<string, ConceptRow> {
  const seen = new Map<string, { name: string; from: 'title' | 'alias'; notes: number; last: number }>();
  const count = (name: string, from: 'title' | 'alias', note: number) => {
    const key = conceptKey(name);
    if (key.length < 3 || key.length > 60) return;
    const known = seen.get(key);
    if (!known) seen.set(key, { name, from, notes: 1, last: note });
    else if (known.last !== note) Object.assign(known, { notes: known.notes + 1, last: note });
  };
  sources.forEach((source, note) => {
    for (const scene of source.scenes) if (scene.kind !== 'turn') count(scene.title, 'title', note);
    for (const alias of source.aliases) count(alias, 'alias', note);
  });
  const most = Math.max(4, sources.length / 10);
  const recurrent = new Map<string, ConceptRow>();
  for (const [key, { name, from, notes }] of seen) {
    if (notes >= 2 && notes <= most) recurrent.set(key, concept(name, from));
  }
  return recurrent;
}
