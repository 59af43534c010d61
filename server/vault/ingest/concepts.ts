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
    concept: from === 'tag' ? tagConcept(name) : conceptNamed({ name, from }),
  }));
}

/** Titles and aliases of a source that recur. */
export function titledConcepts(source: SourceOutline, recurrent: Pick<Recurrent, 'get'>): ConceptMention[] {
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

export function conceptNamed({ name, from }: Pick<ConceptRow, 'name' | 'from'>): ConceptRow {
  return { id: conceptId(conceptKey(name)), name: name.normalize('NFC'), aliases: [], from, parentId: null };
}

function conceptId(key: string): string {
  return deriveId('concept', key);
}

/** Titles and aliases that recur: by key, and the ids of all there are. */
export interface Recurrent {
  get(key: string): ConceptRow | undefined;
  ids(): Iterable<string>;
}

/**
 * Titles and aliases that name something in two notes and more. One that stands in every tenth note is a form's heading
 * ("Sources", "See also"), not an idea.
 */
export function recurrentNames(sources: readonly SourceOutline[]): Map<string, ConceptRow> {
  const seen = new Map<string, { name: OwnName; notes: number }>();
  for (const source of sources)
    for (const [key, name] of ownNames(source)) {
      const known = seen.get(key);
      if (known) known.notes += 1;
      else seen.set(key, { name, notes: 1 });
    }
  const recurs = recursAmong(sources.length);
  const recurrent = new Map<string, ConceptRow>();
  for (const [key, { name, notes }] of seen) if (recurs(notes)) recurrent.set(key, conceptNamed(name));
  return recurrent;
}

export interface OwnName {
  name: string;
  from: 'title' | 'alias';
}

/** What a note calls itself and its sections, by key. */
export function ownNames({ scenes, aliases }: SourceOutline): Map<string, OwnName> {
  const names = new Map<string, OwnName>();
  const take = (name: string, from: OwnName['from']) => {
    const key = conceptKey(name);
    if (key.length >= 3 && key.length <= 60 && !names.has(key)) names.set(key, { name, from });
  };
  for (const scene of scenes) if (scene.kind !== 'turn') take(scene.title, 'title');
  for (const alias of aliases) take(alias, 'alias');
  return names;
}

/** Whether a name that so many of the notes have names an idea. */
export function recursAmong(notes: number): (having: number) => boolean {
  const most = Math.max(4, notes / 10);
  return (having) => having >= 2 && having <= most;
}

export function recurrentIds(keys: Iterable<string>): Iterable<string> {
  return [...keys].map(conceptId);
}
