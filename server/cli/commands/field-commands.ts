import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Option, type Command } from 'commander';
import { AppError } from '../../../graph-schema/app-error.ts';
import { readStandardInput, wholeNumber } from '../arguments.ts';
import { addCommand, type CommandContext } from '../command-context.ts';

type Mode = 'text' | 'vector' | 'fused';

/** `search`, `mentions`, `regions`, `gaps`, `jobs`: looking at the field. */
export function addFieldCommands(program: Command, context: CommandContext): void {
  addCommand<[string, { limit: number; mode: Mode }]>(
    program,
    'search <text>',
    context,
    async ({ output }, text, options) => {
      const answer = await context.withField('field', (field) =>
        field.field.search({ text, limit: options.limit, mode: options.mode }),
      );
      output.answer(answer, () =>
        answer.hits.flatMap((hit) => [
          `${hit.title}  ${hit.path ?? ''}:${hit.start}${hit.speaker ? `  ${hit.speaker.name}` : ''}`,
          `    ${hit.text.replaceAll('\n', ' ')}`,
        ]),
      );
    },
  )
    .option('--limit <n>', '', wholeNumber, 10)
    .addOption(new Option('--mode <mode>').choices(['text', 'vector', 'fused']).default('fused'));

  addCommand<[{ vault?: string }]>(program, 'regions', context, async ({ output }, { vault }) => {
    const answer = await context.withField('field', (field) => field.field.regions(vault ? { vault } : {}));
    output.answer(answer, () =>
      answer.regions.map(
        (region) =>
          `${region.parent === undefined ? '' : '  '}${region.name}\t${region.scenes}\t${region.main.map((scene) => scene.title).join(', ')}`,
      ),
    );
  }).option('--vault <name>');

  addCommand<[{ vault?: string }]>(program, 'mentions', context, async ({ output }, { vault }) => {
    const text = await readStandardInput();
    const answer = await context.withField('field', (field) =>
      field.mentions.find({ text, ...(vault !== undefined && { vault }) }),
    );
    output.answer(answer, () =>
      answer.mentions.map((each) => `${each.start}–${each.end}\t${each.text}\t${each.title}\t${each.kind}`),
    );
  }).option('--vault <name>');

  addGaps(program, context);
  addSearches(program, context);
  const jobs = program.command('jobs').exitOverride();
  addCommand(jobs, { usage: 'list', isDefault: true }, context, async ({ output }) => {
    const list = await context.withField('field', (field) => field.jobs.list());
    output.answer({ jobs: list }, () =>
      list.map((job) => `${job.id}\t${job.name}\t${job.state}\t${job.about}`),
    );
  });
  addCommand<[string]>(jobs, 'cancel <id>', context, async ({ output }, id) => {
    const list = await context.withField('field', async (field) => {
      await field.jobs.cancel({ id });
      return field.jobs.list();
    });
    output.answer({ jobs: list }, () => list.map((job) => `${job.id}\t${job.name}\t${job.state}`));
  });
}

/** `--matrix` also writes the insight trigger matrix; `--since` says what became of an earlier one. */
function addGaps(program: Command, context: CommandContext): void {
  addCommand<[{ vault?: string; limit: number; matrix?: string; since?: string }]>(
    program,
    'gaps',
    context,
    async ({ output }, { vault, limit, matrix, since }) => {
      const earlier = since === undefined ? null : await readFile(path.resolve(since), 'utf8');
      const answer = await context.withField('field', async (field) => {
        const chosen = vault && (await field.vaults.list()).find((known) => known.name === vault);
        const within = chosen ? { vaultId: chosen.id } : {};
        const view = await field.field.gaps({ limit, wait: true, ...within });
        if (matrix !== undefined)
          await writeFile(path.resolve(matrix), (await field.gaps.matrix(within)).text, 'utf8');
        return {
          ...view,
          ...(matrix !== undefined && { file: path.resolve(matrix) }),
          ...(earlier !== null && { progress: await field.gaps.progress({ text: earlier, ...within }) }),
        };
      });
      output.answer(answer, () =>
        answer.gaps.map((gap) => `${gap.kind}\t${gap.title}\t${gap.joined}/${gap.expected ?? '—'}`),
      );
    },
  )
    .option('--vault <name>')
    .option('--limit <n>', '', wholeNumber, 50)
    .option('--matrix <file>')
    .option('--since <file>');
}

/** Questions kept under a name; a name is told apart without case. */
function addSearches(program: Command, context: CommandContext): void {
  const searches = program.command('searches').exitOverride();
  type Field = Parameters<Parameters<CommandContext['withField']>[1]>[0];
  const act = (usage: string, work: (field: Field, name: string, words: string) => Promise<unknown>) =>
    addCommand<[string, string]>(searches, usage, context, async ({ output }, name, words) => {
      const list = await context.withField('field', async (field) => {
        await work(field, name, words);
        return field.searches.list();
      });
      output.answer({ searches: list }, () => list.map((kept) => `${kept.name}\t${kept.text}`));
    });
  const idOf = async (field: Field, name: string) => {
    const known = (await field.searches.list()).find(
      (kept) => kept.name.toLowerCase() === name.toLowerCase(),
    );
    if (!known) throw new AppError('not_found', { values: { id: name } });
    return known.id;
  };

  addCommand(searches, { usage: 'list', isDefault: true }, context, async ({ output }) => {
    const list = await context.withField('field', (field) => field.searches.list());
    output.answer({ searches: list }, () => list.map((kept) => `${kept.name}\t${kept.text}`));
  });
  act('keep <name> <text>', (field, name, text) => field.searches.keep({ name, text }));
  act('rename <name> <new>', async (field, name, next) =>
    field.searches.rename({ id: await idOf(field, name), name: next }),
  );
  act('remove <name>', async (field, name) => field.searches.remove({ id: await idOf(field, name) }));
}
