import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Models } from '../../../models/models.ts';
import type { Corpus } from '../signals/corpus.ts';

interface VectorSource {
  models: Models;
  /** the product's cache folder; without it nothing is kept */
  cache: string | undefined;
  model: string;
  signal: AbortSignal | undefined;
}

const batch = 64;

/** Vectors of every passage and title of the corpora, by text. What was embedded once is kept in one file a batch under `vectors/MODEL` of the cache. */
export async function collectVectors(
  corpora: readonly Corpus[],
  from: VectorSource,
): Promise<Map<string, Float32Array>> {
  const texts = new Set<string>();
  for (const { notes } of corpora) {
    for (const note of notes) {
      texts.add(note.title);
      for (const passage of note.passages) texts.add(passage.text);
    }
  }
  return collectTextVectors([...texts], from);
}

/** The same of any texts. */
export async function collectTextVectors(
  texts: readonly string[],
  from: VectorSource,
): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  const folder = from.cache === undefined ? null : path.join(from.cache, 'vectors', fileName(from.model));
  const missing: string[] = [];
  for (const text of texts) {
    const known = folder === null ? null : await readVector(path.join(folder, hashOf(text)));
    if (known === null) missing.push(text);
    else vectors.set(text, known);
  }
  if (folder !== null) await mkdir(folder, { recursive: true });
  for (let at = 0; at < missing.length; at += batch) {
    const part = missing.slice(at, at + batch);
    const options = { priority: 'background' as const, ...(from.signal && { signal: from.signal }) };
    const embedding = await from.models.embed(part, 'passage', options);
    for (const [place, text] of part.entries()) {
      const vector = embedding.vectors[place];
      if (vector === undefined) continue;
      vectors.set(text, vector);
      if (folder !== null) await writeVector(path.join(folder, hashOf(text)), vector);
    }
  }
  return vectors;
}

async function readVector(file: string): Promise<Float32Array | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null || bytes.length === 0 || bytes.length % 4 !== 0) return null;
  return new Float32Array(new Uint8Array(bytes).buffer);
}

/** Written aside and renamed, so that a reader never sees half a vector. */
async function writeVector(file: string, vector: Float32Array): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
  await rename(aside, file);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function fileName(model: string): string {
  return model.replaceAll(/[^\w.-]+/g, '_');
}
