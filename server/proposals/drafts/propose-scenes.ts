import { z } from 'zod';
import { contentStems } from '../../../models/words/stem.ts';
import { plainText } from '../../vault/parse/plain-text.ts';
import type { ProposeDeps } from '../deps.ts';
import type { Dropped } from '../queue/dropped.ts';
import { proposalIdOf } from '../queue/proposal-row.ts';
import type { ProposalRow } from '../queue/proposal-row.ts';
import type { ProposeRun } from '../queue/propose-links.ts';
import { createCalledNotes } from '../kinds/called-notes.ts';
import { storeProposals, tidyQueue } from '../queue/write-proposals.ts';
import { readNames } from './drafts.cypher.ts';
import { type MissingScene, readMissingScenes } from './missing-scenes.ts';
import type { StoredDraft } from './stored-draft.ts';

export const templateVersion = 'quotes-1';

/** Proposes every missing scene, the most called for first, with the quotes themselves as its draft until a model has written one. */
export async function proposeScenes(
  deps: Pick<ProposeDeps, 'graph'>,
  { scope, limit, onStored, sceneId }: ProposeRun & { sceneId?: string | undefined },
): Promise<{ ids: string[]; dropped: Dropped }> {
  const found = await readMissingScenes(deps.graph, { vaultId: scope.vaultId });
  const inScope = ({ id, caller }: MissingScene) =>
    scope.roots === null || id === sceneId || scope.roots.has(id) || scope.roots.has(caller);
  const called = found.filter(inScope);
  const isNamed = await readIsNamed(deps, scope.vaultId);
  const isStale = ({ title }: MissingScene) => isNamed(title);
  const missing = called.filter((each) => !isStale(each));
  // of one that a person asks for, any sentence will do
  const isWorth = (each: MissingScene) => isTold(each) || (each.id === sceneId && each.spans.length > 0);
  const said = missing.filter(isWorth).slice(0, limit);
  const unsaid = missing.filter((each) => !isWorth(each)).map(({ id }) => id);
  const named = called.length - missing.length;
  const ids = await storeProposals(deps.graph, said.map(sceneRow));
  const stale = await tidyQueue(deps.graph, 'scene', unsaid);
  const dropped: Dropped = {
    ...stale,
    ...(unsaid.length > 0 && { no_evidence: unsaid.length }),
    ...(named > 0 && { note_exists: named }),
  };
  onStored?.(ids);
  return { ids, dropped };
}

/** One sentence is enough for a draft where it says so much; else there are two. Of drafts from one short sentence a reader accepted one of twelve. */
const fewestWords = 10;

function isTold({ spans }: MissingScene): boolean {
  const [only] = spans;
  return spans.length > 1 || (only !== undefined && contentStems(plainText(only.text)).length >= fewestWords);
}

const Names = z.array(z.object({ title: z.string(), aliases: z.array(z.string()) }));

async function readIsNamed(
  { graph }: Pick<ProposeDeps, 'graph'>,
  vaultId: string | null,
): Promise<(called: string) => boolean> {
  const calledNotes = createCalledNotes(
    Names.parse(await graph.read((tx) => tx.run(readNames, { vaultId }))),
  );
  return (called) => calledNotes(called).length > 0;
}

export function sceneRow(missing: MissingScene): ProposalRow {
  const { spans } = missing;
  return {
    id: proposalIdOf('scene', missing.id, missing.id),
    kind: 'scene',
    fromId: missing.caller,
    toId: missing.id,
    relation: 'links_to',
    score: missing.calls,
    order: missing.calls,
    evidenceSides: spans.map(() => 'from'),
    evidencePassages: spans.map(({ passageId }) => passageId),
    evidenceStarts: spans.map(({ start }) => start),
    evidenceEnds: spans.map(({ end }) => end),
    evidenceTexts: spans.map(({ text }) => text),
    evidenceRoots: spans.map(({ rootId }) => rootId),
    cueStart: null,
    cueEnd: null,
    signalNames: ['calls'],
    signalZs: [missing.calls],
    signalShares: [1],
    models: [],
    weights: templateVersion,
    taskVersion: templateVersion,
    seed: 0,
    draft: JSON.stringify(templateDraft(missing)),
    draftPassages: spans.map(({ passageId }) => passageId),
  };
}

/** The quoted words themselves, each with its place. */
export function templateDraft({ spans }: MissingScene): StoredDraft {
  return spans.map(({ passageId, start, end, text }) => ({
    text: plainText(text),
    by: 'template',
    quotes: [{ passageId, start, end }],
  }));
}
