import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const rankPooling = 4;

/**
 * A GGUF that llama.cpp takes for a reranker: the embedding model with its pooling named otherwise. Its scores mean nothing, but everything from loading
 * to scoring is what a real one goes through.
 */
export async function makeTestRanker(embedWeights: string): Promise<string> {
  const bytes = await readFile(embedWeights);
  const key = 'bert.pooling_type';
  const at = bytes.indexOf(key) + key.length;
  if (at < key.length || bytes.readUInt32LE(at) !== 4) throw new Error(`no ${key} in ${embedWeights}`);
  bytes.writeUInt32LE(rankPooling, at + 4);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'scenefield-ranker-')), 'ranker.gguf');
  await writeFile(file, bytes);
  return file;
}
