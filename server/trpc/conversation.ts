import { z } from 'zod';
import { ProposalId, SceneId } from '../../graph-schema/ids.ts';
import { Answer, ConversationView } from '../../graph-schema/views/conversation-view.ts';
import { procedure, router } from './trpc.ts';

/** A longer one is told so by a fault of its own. */
const Question = z.string().max(1_000_000);
const Seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

export const conversationRouter = router({
  list: procedure
    .output(z.array(z.object({ id: SceneId, title: z.string(), at: z.string(), turns: z.int() })))
    .query(({ ctx }) => ctx.services.conversation.list()),
  read: procedure
    .input(z.object({ id: SceneId }))
    .output(ConversationView)
    .query(({ ctx, input }) => ctx.services.conversation.read(input.id)),
  /** Nobody waits for it, and nothing is said where it cannot be done. */
  prepare: procedure.input(z.object({ language: z.enum(['ru', 'en']) })).mutation(({ ctx, input }) => {
    ctx.services.conversation.prepare(input.language).catch(() => undefined);
  }),
  ask: procedure
    .input(
      z.object({
        conversationId: SceneId.nullable(),
        after: SceneId.nullable(),
        question: Question,
        context: z.array(SceneId).max(200),
        vaultId: z.string().nullable(),
      }),
    )
    .output(z.object({ conversationId: SceneId, turnId: SceneId, number: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.conversation.ask(input)),
  /** Another answer to the same question; `goOn`: the partial one is written on; `alone`: without the notes. */
  again: procedure
    .input(z.object({ turnId: SceneId, way: z.enum(['again', 'goOn', 'alone']) }))
    .mutation(({ ctx, input }) => ctx.services.conversation.again(input)),
  stop: procedure
    .input(z.object({ turnId: SceneId }))
    .mutation(({ ctx, input }) => ctx.services.conversation.stop(input.turnId)),
  /** The answer as it is being made, from its beginning. */
  follow: procedure.input(z.object({ turnId: SceneId })).subscription(async function* ({
    ctx,
    input,
    signal,
  }) {
    yield* ctx.services.conversation.follow(input.turnId, signal ?? new AbortController().signal);
  }),
  correct: procedure
    .input(z.object({ id: SceneId, text: z.string().max(20_000) }))
    .output(z.object({ number: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.conversation.correct(input)),
  makeScene: procedure
    .input(z.object({ answerId: SceneId, title: z.string().trim().min(1).max(300) }))
    .output(z.object({ id: SceneId, number: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.conversation.makeScene(input)),
  proposeLink: procedure
    .input(z.object({ answerId: SceneId, from: z.int().positive(), to: z.int().positive() }))
    .output(z.object({ id: ProposalId, state: z.enum(['waiting', 'linked', 'decided']) }))
    .mutation(({ ctx, input }) => ctx.services.conversation.proposeLink(input)),
  /** An answer that is not kept. A mutation, since the model writes for it. */
  answer: procedure
    .input(z.object({ question: Question, vault: z.string().optional(), seed: Seed.default(1) }))
    .output(Answer)
    .mutation(({ ctx, input }) => ctx.services.conversation.answer(input)),
});
