import path from 'node:path';
import { Option, type Command } from 'commander';
import { AppError } from '../../../graph-schema/app-error.ts';
import type { Models } from '../../../models/models.ts';
import { wayFor } from '../../../models/tasks/judge-links.ts';
import { evalGaps } from '../../gaps/eval/eval-gaps.ts';
import { evalLinks } from '../../proposals/eval/eval-links.ts';
import { judgingModel } from '../../proposals/judge/judging-model.ts';
import { collect, share, wholeNumber } from '../arguments.ts';
import { addCommand, type CommandContext } from '../command-context.ts';

interface EvalOptions {
  hide: number;
  seed?: number[];
  mode: 'removed' | 'mention';
  with?: string;
  /** how many sources the judge is tried on */
  sources: number;
  without?: string[];
}

/** `eval links`, `eval gaps`: how well hidden links of a folder, and pairs of its regions that lost theirs, are found again; in memory, no Neo4j. `withModels` lends the model host where there is one. */
export function addEvalCommands(
  program: Command,
  context: CommandContext,
  withModels: <T>(work: (lent: { models: Models | null; cache: string }) => Promise<T>) => Promise<T>,
): void {
  const evaluate = program.command('eval').exitOverride();
  addCommand<[string, EvalOptions]>(evaluate, 'links <dir>', context, async ({ output }, dir, options) => {
    if (options.with && options.with !== 'judge')
      throw new AppError('bad_input', { values: { option: '--with' } });
    const report = await withModels(({ models, cache }) =>
      evalLinks({
        dir: path.resolve(dir),
        hide: options.hide,
        mode: options.mode,
        cache,
        ...(options.seed && { seeds: options.seed }),
        ...(options.without && { without: options.without }),
        ...(models && { models }),
        ...(options.with && { judge: { way: wayFor(judgingModel(models)), sources: options.sources } }),
        report: ({ done, total }) => output.say(`${done}/${total}`),
      }),
    );
    output.answer(report, () =>
      Object.entries(report).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    );
  })
    .option('--hide <share>', '', share, 0.2)
    .option('--seed <n>', '', collect(wholeNumber))
    .option('--with <step>')
    .option('--sources <n>', '', wholeNumber, 60)
    .option('--without <step>', '', collect(String))
    .addOption(new Option('--mode <mode>').choices(['removed', 'mention']).default('removed'));

  addCommand<[string, Pick<EvalOptions, 'seed' | 'mode'>]>(
    evaluate,
    'gaps <dir>',
    context,
    async ({ output }, dir, options) => {
      const report = await evalGaps({
        dir: path.resolve(dir),
        mode: options.mode,
        ...(options.seed && { seeds: options.seed }),
        report: ({ done, total }) => output.say(`${done}/${total}`),
      });
      output.answer(report, () =>
        Object.entries(report).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
      );
    },
  )
    .option('--seed <n>', '', collect(wholeNumber))
    .addOption(new Option('--mode <mode>').choices(['removed', 'mention']).default('removed'));
}
