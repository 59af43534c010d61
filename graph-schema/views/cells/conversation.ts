import { z } from 'zod';

/** A talk with the field. Its turns are scenes and do not lie in the cell. */
export const ConversationInput = z.object({
  kind: z.literal('conversation'),
  /** id of the talk; '' where nothing was asked yet */
  talk: z.string().max(200).default(''),
  /** id of the last turn of the branch that is shown; '' the newest */
  tip: z.string().max(200).default(''),
});
export const ConversationResult = z.object({ kind: z.literal('conversation') });
