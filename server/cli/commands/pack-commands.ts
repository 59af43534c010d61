import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../graph-schema/app-error.ts';
import type { PackProblem } from '../../../graph-schema/views/pack-view.ts';
import { digestPack, type Pack, type PackFault, parsePack } from '../../../scenes/index.ts';
import { toFileFault } from '../../backup/file-fault.ts';
import { wholeNumber } from '../arguments.ts';
import { addCommand, type CommandContext } from '../command-context.ts';
import { exit } from '../output.ts';

interface ExportOptions {
  scene?: string;
  depth: number;
  region?: string;
  all?: boolean;
  format: string;
}

/** `export`, `import`, `pack validate|digest`, `backup`, `restore`: what leaves the field and comes in. */
export function addPackCommands(program: Command, context: CommandContext): void {
  addCommand<[string, ExportOptions]>(
    program,
    'export <file>',
    context,
    async ({ output }, file, options) => {
      const started = performance.now();
      if (options.format !== 'pack') throw new AppError('bad_input', { values: { option: '--format' } });
      const {
        text,
        fileName: _,
        ...pack
      } = await context.withField('field', (field) => field.packs.export(selectionOf(options)));
      await writeWhole(file, text);
      const answer = { file: path.resolve(file), ...pack, seconds: (performance.now() - started) / 1000 };
      output.answer(answer, () => [`${answer.file}\t${answer.scenes}\t${answer.links}\t${answer.digest}`]);
    },
  )
    .option('--scene <id>')
    .option('--depth <n>', '', wholeNumber, 1)
    .option('--region <id>')
    .option('--all')
    .option('--format <format>', '', 'pack');

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

function selectionOf(options: ExportOptions) {
  if (options.scene) return { what: 'scene', sceneId: options.scene, depth: options.depth } as const;
  if (options.region) return { what: 'region', regionId: options.region } as const;
  if (options.all) return { what: 'all' } as const;
  throw new AppError('bad_input', { values: { option: '--scene | --region | --all' } });
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

/** Never half a file: written beside and renamed. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.part`;
  try {
    await writeFile(beside, text, 'utf8');
    await rename(beside, file);
  } catch (error) {
    throw toFileFault(error, path.resolve(file));
  } finally {
    await rm(beside, { force: true });
  }
}
