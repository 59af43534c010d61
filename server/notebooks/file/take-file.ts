import { randomUUID } from 'node:crypto';
import type { NotebookView } from '../../../graph-schema/views/notebook-view.ts';
import type { Tx } from '../../graph/graph.ts';
import { type EditDeps, holding, mostTakenOut, order } from '../edit-notebook.ts';
import * as cypher from '../notebooks.cypher.ts';
import { readNotebook, readStored } from '../read-notebook.ts';
import { inputKey, type StoredCell, storedCell } from '../stored-cell.ts';
import { diffLines, type DiffLine } from './diff-lines.ts';
import type { FileProblem } from './file-problem.ts';
import { isSame, matchCells } from './match-cells.ts';
import { type FileCell, type NotebookFile, readFile } from './read-file.ts';
import { writeFile } from './write-file.ts';

export interface FileInput {
  text: string;
  /** the notebook that it is read into; null: a new one */
  id: string | null;
  /** where the file tells none */
  title: string;
}

type Problems = { problems: FileProblem[] };

/** What reading a file in would do, before anything is done. */
export interface FileComparison {
  title: string;
  cells: number;
  added: number;
  removed: number;
  changed: number;
  /** line by line, from the notebook as it would be written now */
  lines: DiffLine[];
}

/** @throws AppError not_found */
export async function compareFile(
  deps: EditDeps,
  { text, id, title }: FileInput,
): Promise<FileComparison | Problems> {
  const read = readFile(text);
  if ('problems' in read) return read;
  const { file } = read;
  const stored = id === null ? null : await readStored(deps, id);
  const cells = stored?.cells ?? [];
  const matched = matchCells(file.cells, cells);
  const kept = matched.filter((cell) => cell !== null);
  return {
    title: file.title ?? title,
    cells: file.cells.length,
    added: file.cells.length - kept.length,
    removed: cells.length - kept.length,
    changed: file.cells.filter((cell, at) => {
      const own = matched[at];
      return own != null && !isSame(own, cell);
    }).length,
    lines: diffLines(stored === null ? '' : writeFile(stored), text.replaceAll('\r\n', '\n')),
  };
}

/** Reads a file in; nothing of it is run. Cells that are in it unchanged keep what they came to, those that are not in it can be brought back. @throws AppError not_found */
export async function takeFile(deps: EditDeps, input: FileInput): Promise<NotebookView | Problems> {
  const read = readFile(input.text);
  if ('problems' in read) return read;
  const id = input.id ?? (await createFor(deps, read.file, input.title));
  await holding(deps.graph, id, (tx) => writeCells(tx, id, read.file));
  deps.events.publish({ type: 'notebook', id });
  return readNotebook(deps, id);
}

async function createFor(
  { graph }: EditDeps,
  { title, head }: NotebookFile,
  otherwise: string,
): Promise<string> {
  const id = randomUUID();
  const asked = { id, title: title ?? otherwise, head, at: new Date().toISOString() };
  await graph.write((tx) => tx.run(cypher.createNotebook, asked));
  return id;
}

async function writeCells(tx: Tx, notebookId: string, file: NotebookFile): Promise<void> {
  const cells = await readCells(tx, notebookId);
  const matched = matchCells(file.cells, cells);
  const kept = new Set(matched.map((cell) => cell?.id));
  if (file.title !== null)
    await tx.run(cypher.writeHead, { id: notebookId, title: file.title, head: file.head });
  for (const { id } of cells)
    if (!kept.has(id)) await tx.run(cypher.takeOut, { notebookId, id, at: new Date().toISOString() });
  await tx.run(cypher.forgetTakenOut, { notebookId, kept: mostTakenOut });
  const ids: string[] = [];
  for (const [at, cell] of file.cells.entries())
    ids.push(await writeCell(tx, notebookId, { cell, own: matched[at] ?? null }));
  await tx.run(cypher.writeSource, {
    notebookId,
    rows: file.cells.map(({ source }, at) => ({ id: ids[at], source })),
  });
  await order(tx, notebookId, ids);
}

async function readCells(tx: Tx, id: string): Promise<StoredCell[]> {
  return (await tx.run(cypher.readCells, { id })).map(storedCell);
}

async function writeCell(
  tx: Tx,
  notebookId: string,
  { cell, own }: { cell: FileCell; own: StoredCell | null },
): Promise<string> {
  const { name, input, source } = cell;
  if (own && isSame(own, cell)) return own.id;
  const id = own?.id ?? randomUUID();
  if (own) await tx.run(cypher.updateCell, { notebookId, id, name, input: inputKey(input) });
  else
    await tx.run(cypher.createCells, { notebookId, cells: [{ id, name, input: inputKey(input), source }] });
  return id;
}
