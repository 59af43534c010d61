import { readFile } from 'node:fs/promises';
import { createSentenceReader } from '../../../server/vault/parse/sentences.ts';
import { parseSource } from '../../../server/vault/parse/parse-source.ts';
import { walkVault } from '../../../server/vault/walk-vault.ts';

export interface Sample {
  /** texts of whole notes' passages */
  passages: string[];
  /** what a person may ask: titles and headings of the same notes, each once */
  titles: string[];
}

/** Notes spread evenly over the folder, until they hold about so many passages. */
export async function readSample(folder: string, mostPassages: number): Promise<Sample> {
  const { notes } = await walkVault(folder);
  const sentences = createSentenceReader();
  const passages: string[] = [];
  const titles = new Set<string>();
  // one in seven, then the next one in seven: any first part of this order is spread over the whole folder
  const order = [0, 1, 2, 3, 4, 5, 6].flatMap((first) => notes.filter((_, index) => index % 7 === first));
  for (const { file, path } of order) {
    if (passages.length >= mostPassages) break;
    const source = parseSource({ path, text: await readFile(file, 'utf8') }, sentences);
    passages.push(...source.passages.map(({ start, end }) => source.text.slice(start, end)));
    for (const { title } of source.scenes) if (title !== '') titles.add(title);
  }
  return { passages, titles: [...titles] };
}

/** `count` of them, spread evenly. */
export function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, at) => items[Math.floor(at * step)] as T);
}
