import { z } from 'zod';
import { ProposalId, SceneId } from '../../graph-schema/ids.ts';
import { Job } from '../../graph-schema/job.ts';
import { RelationKind } from '../../graph-schema/link-kinds.ts';
import { Proposal, ProposalKind, ProposalState, RejectReason } from '../../graph-schema/proposal.ts';
import { BatchPreview } from '../../graph-schema/views/batch-preview.ts';
import { LearningView } from '../../graph-schema/views/learning-view.ts';
import { procedure, router } from './trpc.ts';

const Changed = z.array(z.object({ id: ProposalId, state: ProposalState }));
const Counts = z.record(ProposalState, z.int());

export const proposalsRouter = router({
  list: procedure
    .input(
      z.object({
        state: ProposalState.default('pending'),
        kind: ProposalKind.optional(),
        sceneId: SceneId.optional(),
        /** a vault's name or id, a region: only what quotes it */
        vault: z.string().optional(),
        regionId: z.string().optional(),
        /** only what would join two regions */
        across: z.boolean().optional(),
        limit: z.int().min(1).max(200).default(60),
        offset: z.int().min(0).default(0),
      }),
    )
    .output(z.object({ proposals: z.array(Proposal), counts: Counts }))
    .query(({ ctx, input }) => ctx.services.proposals.list(input)),

  read: procedure
    .input(z.object({ id: ProposalId }))
    .output(Proposal)
    .query(({ ctx, input }) => ctx.services.proposals.read(input.id)),

  propose: procedure
    .input(
      z.object({
        kind: ProposalKind.optional(),
        sceneId: SceneId.optional(),
        vault: z.string().optional(),
        regionId: z.string().optional(),
        /** with `regionId`: only links that join the two */
        toRegionId: z.string().optional(),
        /** other quotes of this one, whose own are gone */
        again: ProposalId.optional(),
      }),
    )
    .output(Job)
    .mutation(({ ctx, input }) => ctx.services.proposals.propose(input)),

  /** One link that a person thinks of; null: the two notes have no words in common to quote. */
  pair: procedure
    .input(z.object({ from: SceneId, to: SceneId }))
    .output(z.object({ id: ProposalId, state: z.enum(['waiting', 'linked', 'decided']) }).nullable())
    .mutation(({ ctx, input }) => ctx.services.proposals.pair(input)),

  /** Drafts one missing scene now, before background work. */
  draft: procedure
    .input(z.object({ sceneId: SceneId }))
    .output(Job)
    .mutation(({ ctx, input }) => ctx.services.proposals.draft(input.sceneId)),

  /** What deciding these together would change, before it is done. */
  preview: procedure
    .input(z.object({ ids: z.array(ProposalId).min(1).max(100) }))
    .output(BatchPreview)
    .query(({ ctx, input }) => ctx.services.proposals.preview(input.ids)),

  /** Several together are one change: all or none, and one undo. */
  accept: procedure
    .input(z.object({ ids: z.array(ProposalId).min(1).max(100) }))
    .output(Changed)
    .mutation(({ ctx, input }) => ctx.services.proposals.accept(input.ids)),

  reject: procedure
    .input(
      z.object({
        ids: z.array(ProposalId).min(1).max(100),
        reason: RejectReason.or(z.string().max(500)).optional(),
      }),
    )
    .output(Changed)
    .mutation(({ ctx, input }) => ctx.services.proposals.reject(input.ids, input.reason ?? null)),

  later: procedure
    .input(z.object({ ids: z.array(ProposalId).min(1).max(100) }))
    .output(Changed)
    .mutation(({ ctx, input }) => ctx.services.proposals.later(input.ids)),

  /** Another relation, or the other way round, before it is accepted. */
  edit: procedure
    .input(z.object({ id: ProposalId, relation: RelationKind.optional(), turn: z.boolean().optional() }))
    .output(Proposal)
    .mutation(({ ctx, input }) => ctx.services.proposals.edit(input)),

  /** What the decisions taught the queue. */
  learned: procedure.output(LearningView).query(({ ctx }) => ctx.services.proposals.learned()),

  /** Nothing decided so far counts for the order any more; can be undone. */
  forget: procedure
    .output(z.object({ forgotten: z.int() }))
    .mutation(({ ctx }) => ctx.services.proposals.forget()),

  learnFromPacks: procedure
    .input(z.object({ learns: z.boolean() }))
    .output(LearningView)
    .mutation(({ ctx, input }) => ctx.services.proposals.learnFromPacks(input.learns)),
});
