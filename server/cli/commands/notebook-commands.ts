import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../graph-schema/app-error.ts';
import { writeOneFile } from '../../exports/write-files.ts';
import { encoded } from '../../exports/write-zip.ts';
import { cellProblemWords, fileProblemWords } from '../../notebooks/problem-words.ts';
import { addCommand, type CommandContext } from '../command-context.ts';
import { exit } from '../output.ts';

/** `notebook list`; `notebook run`: a notebook's file, run over the field. A file that cannot be read is answered with its problems, a cell that fails with its error: exit 1. */
export function addNotebookCommands(program: Command, context: CommandContext): void {
  const { language } = context;
  const notebook = program.command('notebook');
  addCommand(notebook, 'list', context, async ({ output }) => {
    const notebooks = await context.withField('field', (field) => field.notebooks.list());
    output.answer({ notebooks }, () =>
      notebooks.map(({ id, title, cells, updatedAt }) => `${id}\t${title}\t${cells}\t${updatedAt}`),
    );
  });
  addCommand<[string, { out?: string }]>(
    notebook,
    'run <file>',
    context,
    async ({ output }, named, { out }) => {
      const text = await readNotebookFile(named);
      const report = await context.withField('field', (field) => field.notebooks.runFile({ text, language }));
      if ('problems' in report) {
        const problems = report.problems.map((problem) => ({
          ...problem,
          message: fileProblemWords(problem, language),
        }));
        output.answer({ problems }, () =>
          problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
        );
        return context.setExit(exit.failed);
      }
      if (out !== undefined) await writeOneFile(path.resolve(out), encoded([report.text]));
      const cells = report.cells.map(({ problem, ...cell }) => ({
        ...cell,
        ...(problem && {
          error: { code: problem.fault ?? problem.code, message: cellProblemWords(problem, language) },
        }),
      }));
      output.answer({ cells }, () =>
        cells.map(
          ({ name, kind, state, seconds, error }) =>
            `${state}\t${seconds.toFixed(2)}\t${kind}\t${name === null ? '' : `$${name}`}\t${error?.message ?? ''}`,
        ),
      );
      if (cells.some(({ state }) => state === 'failed')) context.setExit(exit.failed);
    },
  ).option('--out <file>');
}

async function readNotebookFile(named: string): Promise<string> {
  const file = path.resolve(named);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new AppError('file_unreadable', {
      values: { path: file, detail: String(Reflect.get(Object(error), 'code') ?? '') },
      cause: error,
    });
  }
}
