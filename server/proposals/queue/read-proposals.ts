import { z } from 'zod';
import { AppError } from '../../../graph-schema/app-error.ts';
import type { Evidence } from '../../../graph-schema/evidence.ts';
import { PassageId } from '../../../graph-schema/ids.ts';
import { Proposal, type ProposalKind, ProposalState } from '../../../graph-schema/proposal.ts';
import type { Row, Tx } from '../../graph/graph.ts';
import type { ProposalDeps } from '../deps.ts';
import { findVault } from '../../field/find-vault.ts';
import { plainText } from '../../vault/parse/plain-text.ts';
import { Speaker } from '../../../graph-schema/views/speaker.ts';
import { readEvidence } from '../evidence/check-evidence.ts';
import { StoredDraft } from '../drafts/stored-draft.ts';
import { readPace } from './kind-pace.ts';
import { countProposals, countUndecided, listProposals as list, readProposals } from './proposals.cypher.ts';

export interface ListInput {
  state: ProposalState;
  kind?: ProposalKind | undefined;
  /** proposals with this scene, or the note it is in, at either end */
  sceneId?: string | undefined;
  /** a vault's name or id, a region: only what quotes it */
  vault?: string | undefined;
  regionId?: string | undefined;
  /** only what is named in `first`: what joins something */
  across?: boolean | undefined;
  /** ids of those that come before the others, in this order */
  first?: readonly string[] | undefined;
  limit: number;
  offset: number;
}

/** What waits comes by rank, what is decided newest first. @throws AppError vault_not_found */
export async function listProposals(
  { graph }: ProposalDeps,
  { state, kind, sceneId, vault, regionId, across, first = [], limit, offset }: ListInput,
): Promise<{ proposals: Proposal[]; counts: Record<ProposalState, number> }> {
  const where = {
    kind: kind ?? null,
    sceneId: sceneId ?? null,
    vaultId: vault === undefined ? null : await findVault(graph, vault),
    regionId: regionId ?? null,
    across: across ?? false,
    first,
  };
  return graph.read(async (tx) => {
    const rows = await tx.run(list, { ...where, state, limit, offset, pace: await readPace(tx) });
    const counted = await tx.run(countProposals, where);
    const counts = Object.fromEntries(ProposalState.options.map((each) => [each, 0]));
    for (const row of counted) counts[String(row['state'])] = Number(row['count']);
    return { proposals: rows.map(toProposal), counts: counts as Record<ProposalState, number> };
  });
}

/** How many proposals wait for a decision, by id of the note that they are about. */
export async function listUndecided({
  graph,
}: Pick<ProposalDeps, 'graph'>): Promise<ReadonlyMap<string, number>> {
  const rows = await graph.read((tx) => tx.run(countUndecided));
  return new Map(rows.map((row) => [String(row['id']), Number(row['count'])]));
}

/** @throws AppError not_found */
export async function readProposal({ graph }: Pick<ProposalDeps, 'graph'>, id: string): Promise<Proposal> {
  return graph.read((tx) => readOne(tx, id));
}

/** @throws AppError not_found */
export async function readOne(tx: Tx, id: string): Promise<Proposal> {
  const [row] = await tx.run(readProposals, { ids: [id] });
  if (row === undefined) throw new AppError('not_found', { values: { id } });
  return toProposal(row);
}

/** In the order of the ids; unknown ones are left out. */
export async function readMany(
  { graph }: Pick<ProposalDeps, 'graph'>,
  ids: readonly string[],
): Promise<Proposal[]> {
  const rows = await graph.read((tx) => tx.run(readProposals, { ids: [...ids] }));
  return rows.map(toProposal);
}

const PassageText = z.object({
  id: PassageId,
  text: z.string(),
  start: z.int(),
  path: z.string(),
  speaker: Speaker.nullable(),
});
type Passages = ReadonlyMap<string, z.infer<typeof PassageText>>;

const Stored = z.object({
  name: z.string().nullish(),
  moves: z.array(z.string()).nullish(),
  evidenceSides: z.array(z.enum(['from', 'to'])),
  evidencePassages: z.array(z.string()),
  evidenceStarts: z.array(z.int()),
  evidenceEnds: z.array(z.int()),
  evidenceTexts: z.array(z.string()).nullish(),
  cueStart: z.int().nullish(),
  cueEnd: z.int().nullish(),
  signalNames: z.array(z.string()),
  signalZs: z.array(z.number()),
  signalShares: z.array(z.number()),
  draft: z.string().nullish(),
  returnedTexts: z.array(z.string()).nullish(),
});

function toProposal(row: Row): Proposal {
  const stored = row['proposal'] as Row;
  const arrays = Stored.parse(stored);
  const passages = new Map(
    z
      .array(PassageText)
      .parse(row['passages'])
      .map((passage) => [String(passage.id), passage]),
  );
  const evidence = arrays.evidencePassages.flatMap((passageId, at) =>
    quote(passages, {
      side: arrays.evidenceSides[at] ?? 'from',
      passageId,
      start: arrays.evidenceStarts[at] ?? 0,
      end: arrays.evidenceEnds[at] ?? 0,
    }),
  );
  const draft = arrays.draft == null ? undefined : StoredDraft.parse(JSON.parse(arrays.draft));
  const titleOf = (key: string) => (typeof row[key] === 'string' ? row[key] : '');
  return Proposal.parse({
    ...stored,
    from: { id: stored['fromId'], title: titleOf('fromTitle') },
    to: { id: stored['toId'], title: titleOf('toTitle') },
    name: arrays.name ?? null,
    moves: arrays.moves ?? [],
    cue: readCue(arrays, passages),
    probability: null,
    reason: stored['reason'] ?? null,
    reasonBy: stored['reasonBy'] ?? null,
    evidence,
    signals: arrays.signalNames.map((name, at) => ({
      name,
      z: arrays.signalZs[at] ?? 0,
      share: arrays.signalShares[at] ?? 0,
    })),
    draft: draft?.map(({ text, by, quotes }) => ({
      text,
      by,
      evidence: quotes.flatMap((each) => quote(passages, { side: 'from', ...each })),
    })),
    rejectReason: stored['rejectReason'] ?? null,
    staleReason: stored['staleReason'] ?? null,
    lost: arrays.evidencePassages.flatMap((passageId, at) => {
      const words = arrays.evidenceTexts?.[at];
      if (passages.has(passageId) || words === undefined) return [];
      return [{ side: arrays.evidenceSides[at] ?? 'from', shown: plainText(words) }];
    }),
    returned: arrays.returnedTexts?.map(plainText) ?? null,
    lookedAgain: stored['lookedAgain'] ?? false,
    model: stored['model'] ?? null,
    decidedAt: stored['decidedAt'] ?? null,
  });
}

/** Offsets are kept into the passage and shown into the source; the words are always read from the passage. */
function quote(
  passages: Passages,
  of: { side: 'from' | 'to'; passageId: string; start: number; end: number },
): Evidence[] {
  const passage = passages.get(of.passageId);
  if (passage === undefined) return [];
  const inPassage = readEvidence(passage.text, { ...of, passageId: passage.id, path: passage.path });
  return [
    {
      ...inPassage,
      start: passage.start + of.start,
      end: passage.start + of.end,
      ...(passage.speaker !== null && { speaker: passage.speaker }),
    },
  ];
}

function readCue(stored: z.infer<typeof Stored>, passages: Passages): Proposal['cue'] {
  const passage = passages.get(stored.evidencePassages[0] ?? '');
  if (passage === undefined || stored.cueStart == null || stored.cueEnd == null) return null;
  return {
    start: passage.start + stored.cueStart,
    end: passage.start + stored.cueEnd,
    text: passage.text.slice(stored.cueStart, stored.cueEnd),
  };
}
