import { z } from 'zod';
import { Evidence } from './evidence.ts';
import { ProposalId, SceneId } from './ids.ts';
import { RelationKind } from './link-kinds.ts';

export const ProposalKind = z.enum([
  'link',
  'relation',
  'concept',
  'merge',
  'split',
  'scene',
  'contradiction',
  'answer',
]);
export type ProposalKind = z.infer<typeof ProposalKind>;

export const ProposalState = z.enum(['pending', 'accepted', 'rejected', 'later', 'stale']);
export type ProposalState = z.infer<typeof ProposalState>;

/** Why one is `stale`: its quoted text changed, nothing else can be quoted, an end is gone, or it came about by itself. */
export const StaleReason = z.enum(['evidence_changed', 'no_evidence', 'end_gone', 'written', 'linked']);
export type StaleReason = z.infer<typeof StaleReason>;

export const RejectReason = z.enum(['wrong', 'trivial', 'duplicate', 'relation', 'direction', 'other']);
export type RejectReason = z.infer<typeof RejectReason>;

/** One signal's say: `z` is the per-source z-score (clipped −6…8), `share` its part of the score as shown in a bar, 0–1. */
export const Signal = z.object({ name: z.string(), z: z.number(), share: z.number().min(0).max(1) });
export type Signal = z.infer<typeof Signal>;

/** A sentence of a draft and the spans it was written from. */
export const DraftSentence = z.object({
  text: z.string(),
  /** model: written from its spans and checked; template: the quoted words themselves */
  by: z.enum(['model', 'template']),
  evidence: z.array(Evidence),
});
export type DraftSentence = z.infer<typeof DraftSentence>;

/** A scene; of a merge or a split it may be a concept. */
const End = z.object({ id: SceneId, title: z.string() });

/** A proposal as page, command and API see it. */
export const Proposal = z.object({
  id: ProposalId,
  kind: ProposalKind,
  state: ProposalState,
  from: End,
  to: End,
  /** what accepting makes, or the name that stays: a concept's, a merge's, a split's, a bridge scene's; null for the rest */
  name: z.string().nullable(),
  /** titles of the notes whose links would move (merge, split) */
  moves: z.array(z.string()),
  relation: RelationKind,
  /** the words in the evidence that named the relation, if any */
  cue: z.object({ start: z.int(), end: z.int(), text: z.string() }).nullable(),
  /** null until calibrated */
  probability: z.number().nullable(),
  score: z.number(),
  rank: z.int().positive(),
  reason: z.string().nullable(),
  reasonBy: z.enum(['model', 'template']).nullable(),
  evidence: z.array(Evidence),
  signals: z.array(Signal),
  /** only for kind `scene` */
  draft: z.array(DraftSentence).optional(),
  rejectReason: z.string().nullable(),
  /** only of state `stale` */
  staleReason: StaleReason.nullable(),
  /** quoted words that stand in the note no longer, as a reader saw them */
  lost: z.array(z.object({ side: z.enum(['from', 'to']), shown: z.string() })),
  /** it was rejected once, with quotes that are gone since then: their words, as a reader saw them; null: it never was */
  returned: z.array(z.string()).nullable(),
  /** other quotes were looked for and there are none */
  lookedAgain: z.boolean(),
  /** ids of the models that took part; empty where signals alone did it */
  models: z.array(z.string()),
  /** id of the language model, null where none took part */
  model: z.string().nullable(),
  weights: z.string(),
  taskVersion: z.string(),
  seed: z.int(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
});
export type Proposal = z.infer<typeof Proposal>;
