import type { Command } from 'commander';
import { AppError } from '../../../graph-schema/app-error.ts';
import { addCommand, type CommandContext } from '../command-context.ts';
import { readStandardInput, wholeNumber } from '../arguments.ts';

/** `models list`, `embed`, `generate`: the local models alone; no Neo4j is started for them. */
export function addModelCommands(program: Command, context: CommandContext): void {
  const models = program.command('models').exitOverride();
  addCommand(models, { usage: 'list', isDefault: true }, context, async ({ output }) => {
    const list = await context.withField('models', (field) => field.models.list());
    output.answer({ models: list }, () =>
      list.map((model) => `${model.id}\t${model.role}\t${model.state}\t${model.bytes}\t${model.licence}`),
    );
  });

  addCommand<[{ role: string; lines?: boolean }]>(program, 'embed', context, async ({ output }, options) => {
    const { role } = options;
    if (role !== 'query' && role !== 'passage')
      throw new AppError('bad_input', { values: { option: '--role' } });
    const text = await readStandardInput();
    const texts = options.lines ? text.replace(/\n$/, '').split('\n') : [text];
    if (text.trim() === '') throw new AppError('bad_input', { values: { option: 'standard input' } });
    const answer = await context.withField('models', (field) => field.models.embed({ texts, role }));
    output.answer(answer, () => answer.vectors.map((vector) => vector.join(' ')));
  })
    .option('--role <role>', '', 'query')
    .option('--lines');

  addCommand<[{ maxTokens: number; seed: number }]>(
    program,
    'generate',
    context,
    async ({ output }, options) => {
      const prompt = await readStandardInput();
      if (prompt.trim() === '') throw new AppError('bad_input', { values: { option: 'standard input' } });
      const answer = await context.withField('models', (field) =>
        field.models.generate({ prompt, ...options }),
      );
      output.answer(answer, () => [answer.text]);
    },
  )
    .option('--max-tokens <n>', '', wholeNumber, 256)
    .option('--seed <n>', '', wholeNumber, 1);
}
