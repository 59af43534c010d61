import { intoFrame } from '../../scenes/formula/frame.ts';
import { makeSpace, rowOf } from '../../scenes/formula/space.ts';
import type { TransitionKind } from '../../scenes/formula/transition-kinds.ts';
import type { Vector } from '../../scenes/formula/vectors.ts';
import type { EmbeddedNotes } from '../vectors/embedded-notes.ts';

/** One link of a kind: from where, and where it leads. */
export interface Example {
  /** links of one source rise and fall together: they are held out and drawn together */
  source: number;
  from: Vector;
  to: Vector;
  /** its place among the candidates; the source's own and its other ends are no rivals of it */
  target: number;
  aside: ReadonlySet<number>;
}

export interface Examples {
  pairs: Example[];
  /** all that may be the end of a link */
  candidates: readonly Vector[];
}

/**
 * Examples of a kind in a folder's notes. `links_to`: from note to note. `part_of`: from a headed section to its note without it. The rest is said by a person or
 * in a talk, and these vaults have none of it.
 */
export function examplesOf({ notes, links }: EmbeddedNotes, kind: TransitionKind): Examples {
  const dimensions = notes[0]?.whole.length ?? 0;
  const raw = new Float32Array(notes.length * dimensions);
  for (const [row, { whole }] of notes.entries()) raw.set(whole, row * dimensions);
  const space = makeSpace(raw, { dimensions, words: [] });
  const candidates = notes.map((_, row) => rowOf(space, row));
  if (kind === 'links_to') {
    const ends = new Map<number, Set<number>>();
    for (const { from, to } of links) ends.set(from, (ends.get(from) ?? new Set([from])).add(to));
    const pairs = links.map(({ from, to }) => ({
      source: from,
      from: rowOf(space, from),
      to: rowOf(space, to),
      target: to,
      aside: ends.get(from) ?? new Set<number>(),
    }));
    return { pairs, candidates };
  }
  if (kind !== 'part_of') return { pairs: [], candidates };
  const pairs = notes.flatMap(({ sections }, note) =>
    sections.map(({ own, rest }) => ({
      source: note,
      from: intoFrame(space.frame, own),
      to: intoFrame(space.frame, rest),
      target: note,
      aside: new Set<number>(),
    })),
  );
  return { pairs, candidates };
}
