import type { Proposal } from '../../graph-schema/proposal.ts';
import type { ProposeDeps } from './deps.ts';
import { readMissingScene } from './drafts/missing-scenes.ts';
import { sceneRow } from './drafts/propose-scenes.ts';
import { mostAtOnce } from './focus/propose-by-focus.ts';
import { foundKinds } from './kinds/generators.ts';
import { findRows } from './kinds/propose-kinds.ts';
import { createFindEvidence } from './evidence/find-evidence.ts';
import type { Dropped } from './queue/dropped.ts';
import { linkRow } from './queue/link-rows.ts';
import { type ProposalRow, proposalIdOf } from './queue/proposal-row.ts';
import { markLooked } from './queue/proposals.cypher.ts';
import { readProposal } from './queue/read-proposals.ts';
import { storeProposals, tidyQueue } from './queue/write-proposals.ts';
import { readSectionsOf } from './sections/read-sections.ts';
import { createSectionEvidence } from './sections/section-evidence.ts';

/** Looks for other quotes of one proposal whose own are gone. With none it stays set aside and says so. @throws AppError not_found */
export async function lookAgain(deps: ProposeDeps, id: string): Promise<{ ids: string[]; dropped: Dropped }> {
  const proposal = await readProposal(deps, id);
  const row = await quoteAgain(deps, proposal);
  if (row === null) {
    await deps.graph.write((tx) => tx.run(markLooked, { id }));
    deps.events?.publish({ type: 'proposals' });
    return { ids: [], dropped: { no_evidence: 1 } };
  }
  const ids = await storeProposals(deps.graph, [row]);
  const dropped = await tidyQueue(deps.graph, proposal.kind);
  deps.events?.publish({ type: 'proposals' });
  return { ids, dropped };
}

function quoteAgain(deps: ProposeDeps, proposal: Proposal): Promise<ProposalRow | null> {
  if (proposal.kind === 'scene') return quoteScene(deps, proposal);
  return proposal.kind === 'link' ? quoteLink(deps, proposal) : quoteKind(deps, proposal);
}

/** Its generator looks anew: other quotes of the same thing have the same id. */
async function quoteKind(
  { graph, corpora }: ProposeDeps,
  { id, kind }: Proposal,
): Promise<ProposalRow | null> {
  const found = foundKinds.find((each) => each === kind);
  if (found === undefined) return null;
  if ((await corpora.count(null)) > mostAtOnce) return null;
  const { corpus } = await corpora.read(null);
  const rows = await findRows(graph, [{ kind: found, limit: Infinity }], { vaultId: null, corpus });
  return rows[found]?.find((row) => row.id === id) ?? null;
}

async function quoteScene({ graph }: ProposeDeps, { to }: Proposal): Promise<ProposalRow | null> {
  const missing = await readMissingScene(graph, to.id);
  return missing === undefined || missing.spans.length === 0 ? null : sceneRow(missing);
}

/** What spoke for the pair stays as it was found; only the quotes are looked for. */
async function quoteLink(deps: ProposeDeps, proposal: Proposal): Promise<ProposalRow | null> {
  const { index, findEvidence } = await readEnds(deps, [proposal.from.id, proposal.to.id]);
  const { from, to, score, signals, models, weights, seed } = proposal;
  // a cue may have turned it round: the id is that of the pair as it was found
  const isTurned = proposalIdOf('link', from.id, to.id) !== proposal.id;
  const [sourceId, targetId] = isTurned ? [to.id, from.id] : [from.id, to.id];
  const at = (wanted: string) => index.corpus.notes.findIndex((note) => note.id === wanted);
  const pair = { source: at(sourceId), target: at(targetId), score, worth: score, order: score, signals };
  const found = linkRow(index, pair, findEvidence, { weights, models, seed });
  return 'row' in found ? found.row : null;
}

/** What quotes of these two are looked for in: the notes, or where one of the two is no whole note the sections. */
async function readEnds({ graph, corpora }: ProposeDeps, ends: readonly string[]) {
  const isLarge = (await corpora.count(null)) > mostAtOnce;
  const { index } = await (isLarge ? corpora.part(null, ends) : corpora.read(null));
  const isIn = (id: string) => index.corpus.notes.some((note) => note.id === id);
  if (ends.every(isIn)) return { index, findEvidence: createFindEvidence(index) };
  const { index: sections } = await readSectionsOf(graph, ends);
  return { index: sections, findEvidence: createSectionEvidence(sections) };
}
