import type { Pack, PackEvidence } from '../../scenes/pack.ts';
import type { FieldRows } from './field-rows.ts';
import { type PlanWithRows, isWritten } from './scene-steps.ts';

/** Three arrays side by side, as a relationship keeps them; offsets are into the passages' texts. */
export interface HeldEvidence {
  evidencePassages: string[];
  evidenceStarts: number[];
  evidenceEnds: number[];
}

/**
 * Evidence as the graph holds it: passages with offsets into their text. A quote from a scene that is not written is found again in the
 * passages that the scene has here; one that is in none of them is left out.
 */
export function citer(plan: PlanWithRows): (evidence: readonly PackEvidence[]) => HeldEvidence {
  const { pack, rows } = plan;
  const incoming = new Map<string, Pack['passages'][number]>(
    pack.passages.map((passage) => [passage.id, passage]),
  );
  const here = new Map<string, FieldRows['passages']>();
  for (const passage of rows.passages)
    here.set(passage.sceneId, [...(here.get(passage.sceneId) ?? []), passage]);
  const find = ({
    passage,
    start,
    end,
    quote,
  }: PackEvidence): { id: string; start: number; end: number } | undefined => {
    const meant = incoming.get(passage);
    if (!meant) return undefined;
    if (isWritten(plan, meant.scene))
      return { id: passage, start: start - meant.start, end: end - meant.start };
    const candidates = here.get(meant.scene) ?? [];
    const found =
      candidates.find(({ id, text }) => id === passage && text.includes(quote)) ??
      candidates.find(({ text }) => text.includes(quote));
    if (!found) return undefined;
    const stated = start - meant.start;
    const at = found.text.startsWith(quote, stated) ? stated : found.text.indexOf(quote);
    return { id: found.id, start: at, end: at + quote.length };
  };
  return (evidence) => {
    const found = evidence.flatMap((quote) => find(quote) ?? []);
    return {
      evidencePassages: found.map(({ id }) => id),
      evidenceStarts: found.map(({ start }) => start),
      evidenceEnds: found.map(({ end }) => end),
    };
  };
}
