import { z } from 'zod';
import { ProposalKind } from '../../../graph-schema/proposal.ts';
import { findAgain } from '../../vault/ingest/quotes.ts';
import type { ProposalDeps } from '../deps.ts';
import { StoredDraft } from '../drafts/stored-draft.ts';
import { readUnsettled, renumber, writeMoved } from './proposals.cypher.ts';
import { settle } from './write-proposals.ts';

const Quoting = z.object({
  id: z.string(),
  evidencePassages: z.array(z.string()),
  evidenceStarts: z.array(z.int()),
  evidenceEnds: z.array(z.int()),
  evidenceTexts: z.array(z.string()),
  evidenceRoots: z.array(z.string()),
  cueStart: z.int().nullish(),
  cueEnd: z.int().nullish(),
  draft: z.string().nullish(),
});
type Quoting = z.infer<typeof Quoting>;

const Unsettled = z.object({
  proposal: Quoting,
  /** those of its passages that are still there */
  standing: z.array(z.string()),
  passages: z.array(z.object({ id: z.string(), rootId: z.string(), text: z.string() })),
});

interface Place {
  passageId: string;
  start: number;
  end: number;
}

/**
 * Call after notes changed. A proposal is led to where its quoted words stand now; one whose words are gone is set aside as `stale`,
 * and waits again once they are back. Nothing is judged anew.
 */
export async function followQuotes({ graph, events }: Pick<ProposalDeps, 'graph' | 'events'>): Promise<void> {
  const isChanged = await graph.write(async (tx) => {
    const unsettled = z.array(Unsettled).parse(await tx.run(readUnsettled));
    const rows = unsettled.flatMap(moveQuotes);
    if (rows.length > 0) await tx.run(writeMoved, { rows });
    const settled = await settle(tx);
    if (settled.isChanged) for (const kind of ProposalKind.options) await tx.run(renumber, { kind });
    return settled.isChanged || rows.length > 0;
  });
  if (isChanged) events?.publish({ type: 'proposals' });
}

/** Nothing where a quote's words are gone: then all stays, so that they can come back. */
function moveQuotes({ proposal, standing, passages }: z.infer<typeof Unsettled>) {
  const was = placesOf(proposal);
  const now = was.map((place, at) =>
    standing.includes(place.passageId)
      ? place
      : findAgain(
          proposal.evidenceTexts[at] ?? '',
          passages.filter(({ rootId }) => rootId === proposal.evidenceRoots[at]),
        ),
  );
  const found = now.filter((place) => place !== null);
  if (found.length < was.length) return [];
  const props = {
    evidencePassages: found.map(({ passageId }) => passageId),
    evidenceStarts: found.map(({ start }) => start),
    evidenceEnds: found.map(({ end }) => end),
    ...moveCue(proposal, (found[0]?.start ?? 0) - (was[0]?.start ?? 0)),
    ...moveDraft(proposal, was, found),
  };
  return [{ id: proposal.id, props }];
}

function placesOf({ evidencePassages, evidenceStarts, evidenceEnds }: Quoting): Place[] {
  return evidencePassages.map((passageId, at) => ({
    passageId,
    start: evidenceStarts[at] ?? 0,
    end: evidenceEnds[at] ?? 0,
  }));
}

/** The cue stands in the first quote. */
function moveCue({ cueStart, cueEnd }: Quoting, by: number) {
  return cueStart == null || cueEnd == null ? {} : { cueStart: cueStart + by, cueEnd: cueEnd + by };
}

/** A draft's sentences quote spans of the proposal's own evidence. */
function moveDraft({ draft }: Quoting, was: readonly Place[], now: readonly Place[]) {
  if (draft == null) return {};
  const moved = StoredDraft.parse(JSON.parse(draft)).map((sentence) => ({
    ...sentence,
    quotes: sentence.quotes.map((quote) => now[was.findIndex((place) => isSame(place, quote))] ?? quote),
  }));
  return { draft: JSON.stringify(moved), draftPassages: now.map(({ passageId }) => passageId) };
}

function isSame(a: Place, b: Place): boolean {
  return a.passageId === b.passageId && a.start === b.start && a.end === b.end;
}
