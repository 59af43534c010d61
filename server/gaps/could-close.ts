import { closingChance } from '../proposals/index.ts';
import type { CountedNotes } from './counted-notes.ts';
import type { ClosingProposal } from './make-gaps.ts';

/** Whether a proposal could close a gap: no link of a hub does, nor one that hardly anybody would accept. */
export function couldClose(
  { fromId, toId, chance, fills }: ClosingProposal,
  notes: Pick<CountedNotes, 'regionOf'> | null,
): boolean {
  if (fills !== null) return true;
  // of so few notes no chance is known, and nothing is a hub
  if (notes === null) return true;
  return chance >= closingChance && notes.regionOf.has(fromId) && notes.regionOf.has(toId);
}
