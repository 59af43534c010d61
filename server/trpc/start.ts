import { z } from 'zod';
import { ModelView, SettingsChange, SettingsView } from '../../graph-schema/views/settings-view.ts';
import { Stage } from '../../graph-schema/views/stage.ts';
import { type Models, purposes } from '../../models/models.ts';
import { procedure, router } from './trpc.ts';

const Presence = z.object({
  role: z.enum(['embed', 'write', 'judge']),
  id: z.string().nullable(),
  state: z.object({ state: z.enum(['none', 'missing', 'fetching', 'loading', 'ready', 'failed']) }).loose(),
  doing: z.enum(['idle', 'embedding', 'writing', 'judging']),
  tokensPerSecond: z.number().nullable(),
  paused: z.boolean(),
  work: z
    .object({
      purpose: z.enum(purposes).nullable(),
      priority: z.enum(['person', 'soon', 'background']),
      seconds: z.number(),
    })
    .nullable(),
  waiting: z.int(),
  memory: z.number().nullable(),
  hurried: z.boolean(),
  reasons: z.boolean(),
});

/** Vectors as plain numbers, with the time they took. */
async function embed(
  models: Models,
  input: { texts: string[]; role: 'query' | 'passage' },
  signal?: AbortSignal,
) {
  const started = performance.now();
  const { vectors, model, dimensions } = await models.embed(input.texts, input.role, {
    priority: 'person',
    purpose: 'command',
    ...(signal && { signal }),
  });
  return {
    model,
    dimensions,
    vectors: vectors.map((vector) => [...vector]),
    seconds: (performance.now() - started) / 1000,
  };
}

export const startRouter = router({
  stages: procedure.output(z.array(Stage)).query(({ ctx }) => ctx.services.stages.list()),
  retry: procedure
    .input(z.object({ stage: Stage.shape.name }))
    .mutation(({ ctx, input }) => ctx.services.stages.retry(input.stage)),
  /** The person says yes to sharing a database that holds someone else's nodes. */
  shareDatabase: procedure.mutation(({ ctx }) => ctx.services.shareDatabase()),
});

const Embedded = z.object({
  model: z.string(),
  dimensions: z.int(),
  vectors: z.array(z.array(z.number())),
  seconds: z.number(),
});
const Generated = z.object({ model: z.string(), text: z.string(), tokens: z.int(), seconds: z.number() });
const Saved = z.object({ file: z.string(), bytes: z.int(), digest: z.string(), seconds: z.number() });
const FilePath = z.object({ file: z.string().min(1).max(4000) });

export const modelsRouter = router({
  presence: procedure.output(z.array(Presence)).query(({ ctx }) => ctx.services.models.presence()),
  list: procedure.output(z.array(ModelView)).query(({ ctx }) => ctx.services.listModels()),
  pause: procedure
    .input(z.object({ paused: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.models.pause(input.paused)),
  hurry: procedure
    .input(z.object({ hurried: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.models.hurry(input.hurried)),
  embed: procedure
    .input(z.object({ texts: z.array(z.string()).min(1).max(10_000), role: z.enum(['query', 'passage']) }))
    .output(Embedded)
    .mutation(({ ctx, input, signal }) => embed(ctx.services.models, input, signal)),
  generate: procedure
    .input(z.object({ prompt: z.string().min(1), maxTokens: z.int().min(1).max(4096), seed: z.int() }))
    .output(Generated)
    .mutation(({ ctx, input, signal }) =>
      ctx.services.models.generate(input, {
        priority: 'person',
        purpose: 'command',
        ...(signal && { signal }),
      }),
    ),
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
  backup: procedure
    .input(FilePath)
    .output(Saved)
    .mutation(({ ctx, input }) => ctx.services.backup(input.file)),
  restore: procedure
    .input(FilePath)
    .output(Saved)
    .mutation(({ ctx, input }) => ctx.services.restore(input.file)),
  quit: procedure.mutation(({ ctx }) => ctx.services.quit()),
});
