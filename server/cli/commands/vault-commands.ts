import path from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../graph-schema/app-error.ts';
import type { Coverage } from '../../../graph-schema/views/coverage.ts';
import { addCommand, type CommandContext, finishJob } from '../command-context.ts';

interface IngestOptions {
  vault?: string;
  embed: boolean;
  wait?: boolean;
}

/** `ingest`, `vaults`, `scene`: notes into the field and out again. */
export function addVaultCommands(program: Command, context: CommandContext): void {
  addCommand<[string, IngestOptions]>(program, 'ingest <dir>', context, async ({ output }, dir, options) => {
    const report = await context.withField('field', async (field) => {
      const job = await field.vaults.open({
        path: path.resolve(dir),
        ...(options.vault && { name: options.vault }),
        embed: options.embed,
      });
      const done = await finishJob(field, job, output);
      if (options.wait) await finishEmbedding(field, output);
      return done.result;
    });
    if (report === null) throw new AppError('internal');
    output.answer(report, () =>
      Object.entries(report).map(
        ([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
      ),
    );
  })
    .option('--vault <name>')
    .option('--no-embed')
    .option('--wait');

  const vaults = program.command('vaults').exitOverride();
  addCommand(vaults, { usage: 'list', isDefault: true }, context, async ({ output }) => {
    const list = await context.withField('field', (field) => field.vaults.list());
    output.answer({ vaults: list }, () =>
      list.map((vault) => `${vault.name}\t${vault.path}\t${vault.sources}\t${vault.scenes}`),
    );
  });
  addCommand<[string, { dryRun?: boolean }]>(
    vaults,
    'remove <name>',
    context,
    async ({ output }, name, options) => {
      const answer = await context.withField('field', (field) =>
        field.vaults.remove({ name, dryRun: options.dryRun === true }),
      );
      output.answer(answer, () => Object.entries(answer.removed).map(([what, count]) => `${what}: ${count}`));
    },
  ).option('--dry-run');

  addCommand<[{ vault?: string }]>(program, 'coverage', context, async ({ output }, { vault }) => {
    const all = await context.withField('field', async (field) => {
      const names = vault ? [vault] : (await field.vaults.list()).map(({ name }) => name);
      return Promise.all(names.map((name) => field.vaults.coverage({ name })));
    });
    const files = all.flatMap((one) => one.files.map((file) => ({ vault: one.vault, ...file })));
    output.answer({ files, totals: totalsOf(all.map(({ totals }) => totals)) }, () =>
      files.map(({ path: file, state, reason }) => [state, file, reason ?? ''].join('\t')),
    );
  }).option('--vault <name>');

  addCommand<[string]>(program, 'scene <idOrTitle>', context, async ({ output }, idOrTitle) => {
    const scene = await context.withField('field', (field) => sceneByIdOrTitle(field, idOrTitle));
    output.answer(scene, () => [scene.title, scene.source?.path ?? '', '', scene.body]);
  });
}

type Field = Parameters<Parameters<CommandContext['withField']>[1]>[0];

async function sceneByIdOrTitle(field: Field, text: string) {
  try {
    return await field.field.scene({ id: text });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    return field.field.scene({ title: text });
  }
}

const awaited: ReadonlySet<string> = new Set(['ingest', 'layout', 'embed']);

/** Embedding, and what comes before it: words that a model writes afterwards may take hours. */
async function finishEmbedding(field: Field, output: Parameters<typeof finishJob>[2]): Promise<void> {
  const isOpen = (state: string) => state === 'queued' || state === 'running' || state === 'paused';
  for (;;) {
    const jobs = await field.jobs.list();
    const open = jobs.find(({ name, state }) => awaited.has(name) && isOpen(state));
    if (!open) return;
    await finishJob(field, open, output);
  }
}

function totalsOf(all: readonly Coverage['totals'][]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const totals of all)
    for (const [name, count] of Object.entries(totals)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
