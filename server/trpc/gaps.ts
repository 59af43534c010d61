import { z } from 'zod';
import { RegionId, SceneId } from '../../graph-schema/ids.ts';
import { AcceptancePreview, MatrixProgress } from '../../graph-schema/views/gap.ts';
import { procedure, router } from './trpc.ts';

const Numbered = z.object({ number: z.int() });
const vaultId = z.string().optional();

/** What would close gaps, and the zones that a person names; the gaps themselves are `field.gaps`. */
export const gapsRouter = router({
  preview: procedure
    .input(
      z.object({
        ids: z.array(z.string()).max(500),
        regions: z.tuple([RegionId, RegionId]).nullable(),
        vaultId,
      }),
    )
    .output(AcceptancePreview)
    .query(({ ctx, input }) => ctx.services.gaps.preview(input)),

  plan: procedure
    .input(z.object({ most: z.int().min(1).max(50).default(7), vaultId }))
    .output(z.array(z.object({ id: z.string(), title: z.string() })))
    .query(({ ctx, input }) => ctx.services.gaps.plan(input)),

  /** What decisions joined; null while what is wanting is not worked out. */
  decided: procedure
    .input(z.object({ vaultId }))
    .output(MatrixProgress.nullable())
    .query(({ ctx, input }) => ctx.services.gaps.decided(input)),

  /** The insight trigger matrix as YAML. */
  matrix: procedure
    .input(z.object({ vaultId }))
    .output(z.object({ text: z.string(), fileName: z.string() }))
    .query(({ ctx, input }) => ctx.services.gaps.matrix(input)),

  /** What became of an earlier matrix. A mutation only because the file is long for an address. */
  progress: procedure
    .input(z.object({ text: z.string().max(4 * 1024 * 1024), vaultId }))
    .output(MatrixProgress)
    .mutation(({ ctx, input }) => ctx.services.gaps.progress(input)),

  keepZone: procedure
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        sceneIds: z.array(SceneId).min(1).max(2000),
      }),
    )
    .output(Numbered)
    .mutation(({ ctx, input }) => ctx.services.gaps.keepZone(input)),

  keepOffered: procedure
    .input(z.object({ language: z.enum(['ru', 'en']), vaultId }))
    .output(Numbered)
    .mutation(({ ctx, input }) => ctx.services.gaps.keepOffered(input)),

  /** That something is no gap, whatever is counted: two regions, or a missing scene. */
  keepSettled: procedure
    .input(
      z.object({
        of: z.union([z.tuple([SceneId]), z.tuple([RegionId, RegionId])]),
        isSettled: z.boolean(),
      }),
    )
    .output(Numbered)
    .mutation(({ ctx, input }) => ctx.services.gaps.keepSettled(input)),

  removeZone: procedure
    .input(z.object({ id: z.string() }))
    .output(Numbered)
    .mutation(({ ctx, input }) => ctx.services.gaps.removeZone(input.id)),
});
