import { z } from 'zod';
import { SceneId } from '../ids.ts';
import { RelationKind } from '../link-kinds.ts';
import { SceneKind, SceneState } from '../nodes.ts';

/** A longer title becomes the head of the text, and its first words the title. Characters. */
const longestTitle = 20_000;
const longestBody = 1_000_000;

export const TitleInput = z.string().trim().min(1).max(longestTitle);
export const BodyInput = z.string().max(longestBody);

/** A link as a person draws it, with the words that say it: a quote of the scene that it comes from, a reason of their own, both or neither. */
export const LinkInput = z.object({
  from: SceneId,
  to: SceneId,
  kind: RelationKind,
  /** verbatim, within one passage of the scene */
  quote: z.string().trim().min(1).max(2000).optional(),
  reason: z.string().trim().min(1).max(2000).optional(),
});
export type LinkInput = z.infer<typeof LinkInput>;

const Named = z.object({ id: SceneId, title: z.string() });

/** What a person may do with a scene, and what an edit of it stands on. */
export const EditView = z.object({
  id: SceneId,
  rootId: SceneId,
  title: z.string(),
  body: z.string(),
  kind: SceneKind,
  state: SceneState,
  /** its text and title can be changed here: it is no note of a vault, and no formula */
  isOwn: z.boolean(),
  isPinned: z.boolean(),
  /** of title and body; an edit names the one that it began with */
  version: z.string(),
  /** the scene that it was merged into, and the change that an undo of the merge names */
  mergedInto: Named.nullable(),
  mergedBy: z.int().nullable(),
  /** scenes that were merged into this one */
  merged: z.array(Named),
});
export type EditView = z.infer<typeof EditView>;

/** What merging would do; nothing is done. */
export const MergePreview = z.object({
  from: Named,
  to: Named,
  /** links that lead to or from the one that stays, from then on */
  links: z.int(),
  /** links that it has already, and those between the two: they are closed */
  closed: z.int(),
  /** what the one that stays is also called */
  names: z.array(z.string()),
  /** both texts are a person's own: they become one. Else each stays where it is. */
  joinsText: z.boolean(),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** The number names the change to an undo; null: nothing differed, nothing was written. */
export const Edited = z.object({ number: z.int().nullable() });
export type Edited = z.infer<typeof Edited>;

/** `called`: titles that the text links to and nobody has written yet. */
export const EditedScene = z.object({ id: SceneId, number: z.int().nullable(), called: z.array(z.string()) });
export type EditedScene = z.infer<typeof EditedScene>;

export const Spot = z.object({ x: z.number(), y: z.number() });
export type Spot = z.infer<typeof Spot>;
