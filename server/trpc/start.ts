import { z } from 'zod';
import { ModelView, SettingsChange, SettingsView } from '../../graph-schema/views/settings-view.ts';
import { Stage } from '../../graph-schema/views/stage.ts';
import { procedure, router } from './trpc.ts';

const Presence = z.object({
  role: z.enum(['embed', 'write']),
  id: z.string().nullable(),
  state: z.object({ state: z.enum(['none', 'missing', 'fetching', 'loading', 'ready', 'failed']) }).loose(),
  doing: z.enum(['idle', 'embedding', 'writing']),
  tokensPerSecond: z.number().nullable(),
  paused: z.boolean(),
});

export const startRouter = router({
  stages: procedure.output(z.array(Stage)).query(({ ctx }) => ctx.services.stages.list()),
  retry: procedure
    .input(z.object({ stage: Stage.shape.name }))
    .mutation(({ ctx, input }) => ctx.services.stages.retry(input.stage)),
  /** The person says yes to sharing a database that holds someone else's nodes. */
  shareDatabase: procedure.mutation(({ ctx }) => ctx.services.shareDatabase()),
});

export const modelsRouter = router({
  presence: procedure.output(z.array(Presence)).query(({ ctx }) => ctx.services.models.presence()),
  list: procedure.output(z.array(ModelView)).query(({ ctx }) => ctx.services.listModels()),
  pause: procedure
    .input(z.object({ paused: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.models.pause(input.paused)),
});

export const settingsRouter = router({
  read: procedure.output(SettingsView).query(({ ctx }) => ctx.services.settings.view()),
  update: procedure
    .input(SettingsChange)
    .output(SettingsView)
    .mutation(({ ctx, input }) => ctx.services.settings.update(input)),
  /** Every cookie and link that stands is void afterwards, but the caller's own window. */
  renewKey: procedure.mutation(({ ctx }) => ctx.services.renewKey()),
  erase: procedure
    .input(z.object({ confirm: z.literal(true) }))
    .output(z.object({ removed: z.record(z.string(), z.int()) }))
    .mutation(({ ctx }) => ctx.services.erase()),
  diagnostics: procedure.output(z.string()).query(({ ctx }) => ctx.services.diagnostics()),
  quit: procedure.mutation(({ ctx }) => ctx.services.quit()),
});
