import { z } from 'zod';
import { LinkId, SceneId, VaultId } from '../../graph-schema/ids.ts';
import {
  BodyInput,
  Edited,
  EditedScene,
  EditView,
  LinkInput,
  MergePreview,
  Spot,
  TitleInput,
} from '../../graph-schema/views/edit-view.ts';
import { procedure, router } from './trpc.ts';

const Pair = z.object({ from: SceneId, to: SceneId });
const Version = z.string().min(1).max(100);

export const editingRouter = router({
  /** What may be done with a scene, and the version that an edit begins with. */
  read: procedure
    .input(z.object({ id: SceneId }))
    .output(EditView)
    .query(({ ctx, input }) => ctx.services.editing.read(input.id)),
  /** Several links are one change. */
  draw: procedure
    .input(z.object({ links: z.array(LinkInput).min(1).max(200) }))
    .output(Edited)
    .mutation(({ ctx, input }) => ctx.services.editing.draw(input.links)),
  removeLink: procedure
    .input(z.object({ id: LinkId }))
    .output(Edited)
    .mutation(({ ctx, input }) => ctx.services.editing.removeLink(input.id)),
  write: procedure
    .input(
      z.object({ title: TitleInput, body: BodyInput, spot: Spot.optional(), vaultId: VaultId.optional() }),
    )
    .output(EditedScene)
    .mutation(({ ctx, input }) => ctx.services.editing.write(input)),
  rewrite: procedure
    .input(z.object({ id: SceneId, version: Version, title: TitleInput, body: BodyInput }))
    .output(EditedScene)
    .mutation(({ ctx, input }) => ctx.services.editing.rewrite(input)),
  remove: procedure
    .input(z.object({ id: SceneId }))
    .output(Edited)
    .mutation(({ ctx, input }) => ctx.services.editing.remove(input.id)),
  previewMerge: procedure
    .input(Pair)
    .output(MergePreview)
    .query(({ ctx, input }) => ctx.services.editing.previewMerge(input)),
  merge: procedure
    .input(Pair)
    .output(Edited)
    .mutation(({ ctx, input }) => ctx.services.editing.merge(input)),
  split: procedure
    .input(z.object({ id: SceneId, version: Version, at: z.int().positive(), title: TitleInput }))
    .output(EditedScene)
    .mutation(({ ctx, input }) => ctx.services.editing.split(input)),
  pin: procedure
    .input(
      z.object({
        pins: z
          .array(z.object({ id: SceneId, isPinned: z.boolean(), spot: Spot.optional() }))
          .min(1)
          .max(500),
      }),
    )
    .output(Edited)
    .mutation(({ ctx, input }) => ctx.services.editing.pin(input.pins)),
});
