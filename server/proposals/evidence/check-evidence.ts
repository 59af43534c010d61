import type { Evidence } from '../../../graph-schema/evidence.ts';
import { plainText } from '../../vault/parse/plain-text.ts';

interface Place {
  side: 'from' | 'to';
  passageId: Evidence['passageId'];
  path: string;
  start: number;
  end: number;
}

/** Evidence from a place in a text: `text` is exactly that slice. */
export function readEvidence(sourceText: string, place: Place): Evidence {
  const text = sourceText.slice(place.start, place.end);
  return { ...place, text, shown: plainText(text) };
}

/** Whether evidence is what it says: exactly that slice of its source, inside its passage, and not empty. */
export function isExact(
  evidence: Evidence,
  sourceText: string,
  passage: { start: number; end: number },
): boolean {
  const { start, end, text } = evidence;
  return start >= passage.start && end <= passage.end && start < end && sourceText.slice(start, end) === text;
}
