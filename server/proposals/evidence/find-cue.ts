import type { RelationKind } from '../../../graph-schema/link-kinds.ts';
import { contrastPattern, cuePatterns } from './cues.ts';

export interface Cue {
  kind: RelationKind;
  /** place of the cue in the given text */
  start: number;
  end: number;
  /** the named note is the beginning of the relation, not its end */
  isTurned: boolean;
}

/** Letters that may stand between a cue and the name it is about: a cue farther off is about something else. */
const reach = 80;

const patterns = cuePatterns.map((cue) => ({ ...cue, regex: bordered(cue.pattern) }));
const contrast = bordered(contrastPattern);

/**
 * The relation that a sentence names between the note it stands in and the note that it mentions at `mention` (offsets into the sentence).
 * The cue nearest to the mention counts; null where none is near, where the sentence contrasts the two, or where two kinds are equally near.
 */
export function findCue(sentence: string, mention: { start: number; end: number }): Cue | null {
  // same length as the sentence: ё, capitals and no-break spaces are single units
  const plain = sentence.toLowerCase().replaceAll('ё', 'е').replaceAll('\u00a0', ' ');
  if (plain.length !== sentence.length || plain.search(contrast) >= 0) return null;
  let best: { cue: Cue; gap: number } | null = null;
  for (const { kind, direction, regex } of patterns) {
    for (const match of plain.matchAll(regex)) {
      const start = match.index;
      const end = start + match[0].length;
      const isAfter = mention.start >= end;
      if (!isAfter && mention.end > start) continue;
      const gap = isAfter ? mention.start - end : start - mention.end;
      if (gap > reach || (best !== null && gap >= best.gap)) continue;
      best = { gap, cue: { kind, start, end, isTurned: isAfter === (direction === 'backward') } };
    }
  }
  return best?.cue ?? null;
}

function bordered(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');
}
