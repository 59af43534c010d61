import type { Command } from 'commander';
import { textOf } from '../../conversation/keep-answer.ts';
import { wholeNumber } from '../arguments.ts';
import { addCommand, type CommandContext } from '../command-context.ts';

/** `ask`: an answer from the notes, each sentence with the number of its source; it is not kept. A declined one is an answer, too. */
export function addAskCommand(program: Command, context: CommandContext): void {
  addCommand<[string, { vault?: string; seed: number }]>(
    program,
    'ask <text>',
    context,
    async ({ output }, question, { vault, seed }) => {
      const found = await context.withField('field', (field) =>
        field.conversation.answer({ question, seed, ...(vault !== undefined && { vault }) }),
      );
      const { state, sources, sentences, understood, model, seconds, firstTokenSeconds } = found;
      const answer = textOf(found, question);
      output.answer(
        {
          answer,
          declined: state === 'declined',
          sources,
          model,
          seconds,
          firstTokenSeconds,
          sentences,
          ...(understood !== null && { understood }),
        },
        () => [
          answer,
          ...sources.map(
            ({ n, title, path, start, text }) =>
              `[${n}] ${title}  ${path}:${start}\n    ${text.replaceAll(/\s+/gu, ' ')}`,
          ),
        ],
      );
    },
  )
    .option('--vault <name>')
    .option('--seed <n>', '', wholeNumber, 1);
}
