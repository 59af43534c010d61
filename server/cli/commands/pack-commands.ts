import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../graph-schema/app-error.ts';
import type { PackProblem } from '../../../graph-schema/views/pack-view.ts';
import { digestPack, type Pack, type PackFault, parsePack } from '../../../scenes/index.ts';
import { toFileFault } from '../../backup/file-fault.ts';
import { addCommand, type CommandContext } from '../command-context.ts';
import { exit } from '../output.ts';

/** `import`, `pack validate|digest`, `backup`, `restore`: what comes in, looked at before, and kept whole. */
export function addPackCommands(program: Command, context: CommandContext): void {
  addCommand<[string, { dryRun?: boolean }]>(
    program,
    'import <file>',
    context,
    async ({ output }, file, options) => {
      const started = performance.now();
      const text = await readText(file);
      packIn(text);
      const preview = await context.withField('field', async (field) => {
        if (!options.dryRun) return field.packs.import({ text });
        const seen = await field.packs.preview({ text });
        if (!seen.valid) throw packFault('pack_invalid', seen.problems);
        return seen.preview;
      });
      const answer = {
        new: preview.new,
        same: preview.same,
        changed: preview.changed,
        conflicts: preview.conflicts,
        seconds: (performance.now() - started) / 1000,
      };
      output.answer(answer, () => [JSON.stringify(answer)]);
    },
  ).option('--dry-run');

  addPackFileCommands(program, context);
  addBackupCommands(program, context);
}

function addPackFileCommands(program: Command, context: CommandContext): void {
  const pack = program.command('pack').exitOverride();
  addCommand<[string]>(pack, 'validate <file>', context, async ({ output }, file) => {
    const parsed = parsePack(await readText(file));
    const problems = 'problems' in parsed ? parsed.problems : [];
    output.answer({ valid: problems.length === 0, problems }, () => problems.map(inWords));
    if (problems.length > 0) context.setExit(exit.failed);
  });
  addCommand<[string]>(pack, 'digest <file>', context, async ({ output }, file) => {
    const digest = digestPack(packIn(await readText(file)));
    output.answer({ digest }, () => [digest]);
  });
}

function addBackupCommands(program: Command, context: CommandContext): void {
  for (const what of ['backup', 'restore'] as const) {
    addCommand<[string]>(program, `${what} <file>`, context, async ({ output }, file) => {
      const answer = await context.withField('field', (field) =>
        field.settings[what]({ file: path.resolve(file) }),
      );
      output.answer(answer, () => [`${answer.file}\t${answer.bytes}\t${answer.digest}`]);
    });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw toFileFault(error, path.resolve(file));
  }
}

/** Looked at here first: what is wrong with a file needs no field. @throws AppError pack_invalid, pack_newer, pack_too_large */
function packIn(text: string): Pack {
  const parsed = parsePack(text);
  if ('problems' in parsed) throw packFault(parsed.code, parsed.problems);
  return parsed.pack;
}

function packFault(code: PackFault, problems: readonly PackProblem[]): AppError {
  return new AppError(code, { values: { problems: problems.map(inWords) } });
}

function inWords({ line, column, message }: PackProblem): string {
  return `${line}:${column} ${message}`;
}
