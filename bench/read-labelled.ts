import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';

/** The lines of a labelled set, each a JSON value of the shape. `file`: its path inside `bench/`. */
export async function readLabelled<T>(root: string, file: string, shape: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path.join(root, 'bench', file), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => shape.parse(JSON.parse(line)));
}
