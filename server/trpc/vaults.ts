import { z } from 'zod';
import { Job } from '../../graph-schema/job.ts';
import { Coverage } from '../../graph-schema/views/coverage.ts';
import { FolderListing, VaultView } from '../../graph-schema/views/settings-view.ts';
import { procedure, router } from './trpc.ts';

export const vaultsRouter = router({
  list: procedure.output(z.array(VaultView)).query(({ ctx }) => ctx.services.vaults.list()),
  /** Folders to choose from; without a path, the person's own folder and the recent ones. */
  browse: procedure
    .input(z.object({ path: z.string().max(4000).optional() }))
    .output(z.object({ listing: FolderListing, recent: z.array(z.string()) }))
    .query(({ ctx, input }) => ctx.services.vaults.browse(input.path)),
  open: procedure
    .input(
      z.object({
        path: z.string().min(1).max(4000),
        name: z.string().max(200).optional(),
        embed: z.boolean().default(true),
      }),
    )
    .output(Job)
    .mutation(({ ctx, input }) => ctx.services.vaults.open(input)),
  /** Every file as it was last read: what was taken from it, what was not and why. */
  coverage: procedure
    .input(z.object({ name: z.string() }))
    .output(Coverage)
    .query(({ ctx, input }) => ctx.services.vaults.coverage(input.name)),
  remove: procedure
    .input(z.object({ name: z.string(), dryRun: z.boolean().default(true) }))
    .output(z.object({ removed: z.record(z.string(), z.int()) }))
    .mutation(({ ctx, input }) => ctx.services.vaults.remove(input)),
});
