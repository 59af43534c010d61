import { z } from 'zod';
import { SceneKind } from '../nodes.ts';

/** A scene or concept of the field that a text names; UTF-16 offsets into the text. */
export const MentionView = z.object({
  start: z.int(),
  end: z.int(),
  /** as it stands there, in whatever form */
  text: z.string(),
  id: z.string(),
  title: z.string(),
  kind: z.union([SceneKind, z.literal('concept')]),
  /** why it says little: linked from everywhere, or a note of a day; null: it does not */
  quiet: z.enum(['hub', 'dated']).nullable(),
});
export type MentionView = z.infer<typeof MentionView>;

/** A scene that another one's text names and does not link, with the first sentence that does. */
export const UnlinkedName = MentionView.omit({ start: true, end: true }).extend({
  times: z.int(),
  /** plain words of the sentence; the name stands at `from` to `to` of it */
  sentence: z.string(),
  from: z.int(),
  to: z.int(),
});
export type UnlinkedName = z.infer<typeof UnlinkedName>;
