import { conceptKey } from '../../vault/ids.ts';
import { namedConcepts, recurrentNames, titledConcepts } from '../../vault/ingest/concepts.ts';
import type { ParsedSource } from '../../vault/parsed.ts';
import type { Resolution } from '../../vault/resolve/resolve-links.ts';
import type { Corpus } from '../signals/corpus.ts';
import type { NamedThing } from './kind-input.ts';
import { notesAsThings } from './read-kind-input.ts';

/** Notes, scenes that are called for, and concepts of a folder, in memory: what the generators are measured on. */
export function thingsOfFolder(
  sources: readonly ParsedSource[],
  resolution: Resolution,
  corpus: Corpus,
): NamedThing[] {
  const missing = resolution.missing.map(({ name, title, calls }): NamedThing => ({
    id: `missing ${name}`,
    kind: 'missing',
    title,
    aliases: [],
    places: onePerNote(calls.map(({ source, link }) => ({ note: source, at: link.start }))),
  }));
  const recurrent = recurrentNames(sources);
  const concepts = new Map<string, { name: string; from: string; places: { note: number; at: number }[] }>();
  for (const [note, source] of sources.entries()) {
    for (const { concept, start, scene, end } of [
      ...namedConcepts(source),
      ...titledConcepts(source, recurrent),
    ]) {
      if (concept.from === 'code') continue;
      const known = concepts.get(concept.id) ?? { name: concept.name, from: concept.from, places: [] };
      concepts.set(concept.id, known);
      const at = end > start ? start : source.text.indexOf(concept.name, source.scenes[scene]?.start);
      if (at >= 0) known.places.push({ note, at });
    }
  }
  const named = [...concepts].flatMap(([id, { name, from, places }]): NamedThing[] => {
    const own = onePerNote(places);
    return own.length > 1 || from !== 'bold'
      ? [{ id, kind: 'concept', title: name, aliases: [], places: own }]
      : [];
  });
  return [...notesAsThings(corpus), ...missing, ...named.filter(({ title }) => conceptKey(title).length > 2)];
}

function onePerNote(places: readonly { note: number; at: number }[]) {
  const seen = new Set<number>();
  return places.filter(({ note }) => !seen.has(note) && seen.add(note));
}
