import { conceptKey } from '../vault/ids.ts';
import { recurrentNames } from '../vault/ingest/concepts.ts';
import type { ParsedSource } from '../vault/parsed.ts';
import type { FieldThing } from './field-name.ts';

/** What a folder's notes and recurrent headings are called, in memory. Ids of notes are their paths. */
export function thingsOfSources(sources: readonly ParsedSource[]): FieldThing[] {
  const notes = sources.map(({ path, title, aliases }): FieldThing => ({
    id: path,
    title,
    kind: 'note',
    names: [title, ...aliases],
    source: path,
    isHub: false,
  }));
  const taken = new Set(notes.flatMap(({ names }) => names.map(conceptKey)));
  const concepts = [...recurrentNames(sources)].flatMap(([key, { id, name }]): FieldThing[] =>
    taken.has(key) ? [] : [{ id, title: name, kind: 'concept', names: [name], source: null, isHub: false }],
  );
  return [...notes, ...concepts];
}
