import type { Graph } from '../../graph/graph.ts';
import { readStored } from '../read-notebook.ts';
import { writeFile } from './write-file.ts';

/** A notebook as a file, without what its cells came to. @throws AppError not_found */
export async function giveFile(
  deps: { graph: Graph },
  id: string,
): Promise<{ text: string; fileName: string }> {
  const stored = await readStored(deps, id);
  return { text: writeFile(stored), fileName: `${plainName(stored.title)}.md` };
}

/** Without what some file system does not take. */
function plainName(title: string): string {
  const plain = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return plain.replace(/^\.+|\.+$/gu, '').slice(0, 80) || 'notebook';
}
