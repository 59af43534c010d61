import path from 'node:path';
import type { Command } from 'commander';
import { AppError } from '../../../graph-schema/app-error.ts';
import {
  ExportFormatName,
  ExportReport,
  type ExportSelection,
} from '../../../graph-schema/views/export-view.ts';
import { writeOneFile } from '../../exports/write-files.ts';
import { encoded } from '../../exports/write-zip.ts';
import { wholeNumber } from '../arguments.ts';
import { addCommand, type CommandContext, finishJob } from '../command-context.ts';
import type { FieldCaller } from '../field-caller.ts';
import type { Output } from '../output.ts';

interface Options {
  scene?: string;
  depth: number;
  region?: string;
  vault?: string;
  query?: string;
  all?: boolean;
  format: string;
}

interface Call {
  file: string;
  options: Options;
  language: 'ru' | 'en';
  output: Output;
}

/** `export`: a part of the field as a pack, or in a format of other programs. Several files go into a folder, or into a zip where the name ends so. */
export function addExportCommand(program: Command, context: CommandContext): void {
  const { language } = context;
  addCommand<[string, Options]>(program, 'export <file>', context, async ({ output }, named, options) => {
    const started = performance.now();
    const file = path.resolve(named);
    const call = { file, options, language, output };
    const written = await context.withField('field', (field) =>
      options.format === 'pack' ? exportPack(field, call) : exportTo(field, call),
    );
    const answer = { file, ...written, seconds: (performance.now() - started) / 1000 };
    output.answer(answer, () => [`${answer.file}\t${answer.scenes}\t${answer.links}\t${answer.digest}`]);
  })
    .option('--scene <id>')
    .option('--depth <n>', '', wholeNumber, 1)
    .option('--region <id>')
    .option('--vault <name>')
    .option('--query <cypher>')
    .option('--all')
    .option('--format <format>', '', 'pack');
}

async function exportPack(field: FieldCaller, { file, options }: Call) {
  const { scene, depth, region, query, all } = options;
  const selection = query
    ? ({ what: 'scenes', ...(await field.exports.ask({ cypher: query })) } as const)
    : scene
      ? ({ what: 'scene', sceneId: scene, depth } as const)
      : region
        ? ({ what: 'region', regionId: region } as const)
        : all
          ? ({ what: 'all' } as const)
          : wrong('--scene | --region | --query | --all');
  const { text, fileName: _, ...pack } = await field.packs.export(selection);
  await writeOneFile(file, encoded([text]));
  return pack;
}

async function exportTo(field: FieldCaller, { file, options, language, output }: Call) {
  const format = ExportFormatName.safeParse(options.format).data ?? wrong('--format');
  const job = await field.exports.start({
    selection: await selectionOf(field, options),
    format,
    language,
    target: { to: 'path', path: file },
  });
  const done = await finishJob(field, job, output);
  const { path: _, fileName: __, ...report } = ExportReport.parse(done.result);
  return report;
}

async function selectionOf(field: FieldCaller, options: Options): Promise<ExportSelection> {
  const { scene, depth, region, vault, query, all } = options;
  if (query) return { what: 'scenes', ...(await field.exports.ask({ cypher: query })) };
  if (scene) return { what: 'around', sceneId: scene, depth };
  if (region) return { what: 'region', regionId: region };
  if (all) return { what: 'all' };
  if (!vault) return wrong('--scene | --region | --vault | --query | --all');
  const found = (await field.vaults.list()).find(({ id, name }) => id === vault || name === vault);
  if (found === undefined) throw new AppError('vault_not_found', { values: { path: vault } });
  return { what: 'vault', vaultId: found.id };
}

function wrong(option: string): never {
  throw new AppError('bad_input', { values: { option } });
}
