import type { Command } from 'commander';
import { createTranslator } from 'use-intl/core';
import type { FormulaHit } from '../../../graph-schema/views/formula-view.ts';
import { messagesFor } from '../../../messages/index.ts';
import { problemWords } from '../../formula/problem-words.ts';
import { addCommand, type CommandContext } from '../command-context.ts';
import { exit } from '../output.ts';

/** `formula`: what a formula of scenes leads to. One that cannot be worked out is answered with its problems, and exit 1. */
export function addFormulaCommands(program: Command, context: CommandContext): void {
  const { language } = context;
  addCommand<[string, { vault?: string }]>(
    program,
    'formula <expr>',
    context,
    async ({ output }, text, { vault }) => {
      const answer = await context.withField('field', (field) =>
        field.formulas.evaluate({ text, ...(vault !== undefined && { vault }) }),
      );
      if (!('verdict' in answer)) {
        const problems = answer.problems.map((problem) => {
          const { what, hint } = problemWords(problem, language);
          return { ...problem, message: `${what} ${hint}` };
        });
        output.answer({ problems }, () =>
          problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
        );
        context.setExit(exit.failed);
        return;
      }
      const t = createTranslator({ locale: language, messages: messagesFor(language) });
      const { problems: _, value, near, opposite, ...rest } = answer;
      output.answer({ ...rest, ...(value === null ? { near, opposite } : { value }) }, () => [
        ...(value === null ? [] : [String(Math.round(value * 1000) / 1000)]),
        ...[...opposite.toReversed(), ...near].map(lineOf),
        t(`formulaVerdicts.${answer.verdict}`),
      ]);
    },
  ).option('--vault <name>');
}

function lineOf({ title, path, score, passage }: FormulaHit): string {
  return `${score.toFixed(3)}  ${title}  ${path ?? ''}${passage ? `:${passage.start}` : ''}`;
}
