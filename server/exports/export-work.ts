import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type {
  ExportFormatName,
  ExportReport,
  ExportSelection,
} from '../../graph-schema/views/export-view.ts';
import type { Field } from '../field/create-field.ts';
import type { Graph } from '../graph/graph.ts';
import type { JobContext, JobWork } from '../jobs/jobs.ts';
import type { ExportedField } from './exported-field.ts';
import { safeName } from './file-names.ts';
import { formats } from './formats/index.ts';
import { readExported } from './read-exported.ts';
import { type Written, writeIntoFolder, writeOneFile } from './write-files.ts';
import { encoded, zipped } from './write-zip.ts';

/**
 * `download`: a file of the home, fetched by the page; `path`: absolute. There a format of one file replaces what has that name; one of several
 * files is a zip where the path ends so, else a folder, in which nothing is replaced.
 */
export type ExportTarget = { to: 'download' } | { to: 'path'; path: string };

export interface ExportInput {
  selection: ExportSelection;
  format: ExportFormatName;
  language: 'ru' | 'en';
  target: ExportTarget;
}

/** Reads what leaves and writes it. Run again it begins anew: a half-written file never has the file's name. */
export function exportWork(deps: {
  graph: Graph;
  field: Field;
  /** where files wait to be downloaded */
  downloads: string;
}): JobWork<ExportInput> {
  return async (input, context): Promise<ExportReport> => {
    const format = formats[input.format];
    const { signal, report } = context;
    const exported = await readExported(deps, {
      selection: input.selection,
      language: input.language,
      withText: format.needsText,
      isOwnOnly: format.isOwnOnly === true,
      signal,
      report,
    });
    const target = await placeOf(input, { exported, folder: path.join(deps.downloads, context.id) });
    const written = await write(exported, { input, target, context });
    return {
      path: target,
      fileName: path.basename(target),
      scenes: exported.scenes.length,
      concepts: new Set(exported.scenes.flatMap(({ concepts }) => concepts)).size,
      links: exported.links.length,
      ...written,
    };
  };
}

async function placeOf(
  { target, format }: ExportInput,
  { exported, folder }: { exported: ExportedField; folder: string },
): Promise<string> {
  if (target.to === 'path') return target.path;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { ending, isFolder } = formats[format];
  return path.join(folder, `${safeName(exported.title)}${isFolder ? '.zip' : ending}`);
}

function write(
  exported: ExportedField,
  { input, target, context }: { input: ExportInput; target: string; context: JobContext },
): Promise<Written> {
  const { isFolder, files } = formats[input.format];
  const { signal } = context;
  const isZip = input.target.to === 'download' || /\.zip$/i.test(target);
  if (isFolder && isZip) return writeOneFile(target, zipped(files(exported)), signal);
  if (isFolder) return writeIntoFolder(target, files(exported), signal);
  const [file] = files(exported);
  return writeOneFile(target, encoded(file?.text ?? []), signal);
}
