import { closingChance } from '../proposals/index.ts';
import type { CountedNotes } from './counted-notes.ts';
import type { ClosingProposal } from './make-gaps.ts';

/** Whether a link could close a gap: what a hub joins closes none, nor what hardly anybody would accept. */
export function couldClose(
  { fromId, toId, chance }: ClosingProposal,
  notes: Pick<CountedNotes, 'regionOf'> | null,
): boolean {
  return chance >= closingChance && notes?.regionOf.has(fromId) === true && notes.regionOf.has(toId);
}
