import { z } from 'zod';
import { PassageId, SceneId } from '../ids.ts';

/** The vault that talks with the field lie in. It has no folder. */
export const conversationsVaultId = 'vault-conversations';

/** A verbatim span that an answer was made from; `text` is exactly `start` to `end` of the source's text (without a file: of the scene's body). */
export const AnswerSource = z.object({
  /** 1, 2, 3 … as it is cited */
  n: z.int().positive(),
  passageId: PassageId,
  sceneId: SceneId,
  rootId: SceneId,
  title: z.string(),
  vault: z.string().nullable(),
  path: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});
export type AnswerSource = z.infer<typeof AnswerSource>;

/**
 * What stands behind a sentence. `worded`: the model's wording, every content word of it in the source; `quoted`: the source's own words;
 * `unsupported`: the source does not say it (any more); `own`: the model's own, from no source.
 */
export const Support = z.enum(['worded', 'quoted', 'unsupported', 'own']);
export type Support = z.infer<typeof Support>;

export const AnswerSentence = z.object({
  text: z.string(),
  /** of the source; null where there is none */
  n: z.int().positive().nullable(),
  support: Support,
});
export type AnswerSentence = z.infer<typeof AnswerSentence>;

/** `partial`: it was stopped or the model was lost; what was written stays, and it can go on. `declined`: the notes do not say it. */
export const AnswerState = z.enum(['whole', 'partial', 'declined']);

export const Answer = z.object({
  state: AnswerState,
  /** why it is partial: a fault's code, `cancelled` where a person stopped it */
  cause: z.string().nullable(),
  /** what was looked for, where that is not the question as it was asked */
  understood: z.string().nullable(),
  sentences: z.array(AnswerSentence),
  sources: z.array(AnswerSource),
  /** the answer is made of the first so many sources, a sentence each; the rest only fit */
  planned: z.int().nonnegative(),
  /** null: no model took part, the sentences are quotes */
  model: z.string().nullable(),
  seed: z.int(),
  seconds: z.number(),
  firstTokenSeconds: z.number().nullable(),
});
export type Answer = z.infer<typeof Answer>;

/** What is heard while an answer is made, in order. `piece` is of the sentence that is being written; `sentence` settles it. The last one is `over`. */
export const AnswerEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('understood'), text: z.string() }),
  z.object({ type: z.literal('sources'), sources: z.array(AnswerSource) }),
  z.object({ type: z.literal('piece'), text: z.string() }),
  z.object({ type: z.literal('sentence'), sentence: AnswerSentence }),
  z.object({ type: z.literal('end'), answer: Answer }),
  /** nothing more is heard: it is kept, or it was not made */
  z.object({ type: z.literal('over') }),
]);
export type AnswerEvent = z.infer<typeof AnswerEvent>;

/** A question with its answers, the last one last; several after one another: it was asked again. */
export const TurnView = z.object({
  id: SceneId,
  /** the answer that it follows; null: it begins the talk */
  after: SceneId.nullable(),
  question: z.string(),
  at: z.string(),
  /** scenes that were selected when it was asked */
  context: z.array(z.object({ id: SceneId, title: z.string() })),
  /** only this vault was asked; null: all of them */
  vaultId: z.string().nullable(),
  answers: z.array(Answer.extend({ id: SceneId })),
});
export type TurnView = z.infer<typeof TurnView>;

/** What the older turns came to, for a person to read and correct; `until`: the last turn that it tells of. */
export const TalkSummary = z.object({ id: SceneId, until: SceneId, text: z.string() });
export type TalkSummary = z.infer<typeof TalkSummary>;

/** `turns`: every branch, in the order of asking. `answering`: ids of turns whose answer is being made now. */
export const ConversationView = z.object({
  id: SceneId,
  title: z.string(),
  turns: z.array(TurnView),
  summaries: z.array(TalkSummary),
  answering: z.array(SceneId),
});
export type ConversationView = z.infer<typeof ConversationView>;
