import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder } from '../cache-folder.ts';
import { fetchModel } from '../fetch/fetch-model.ts';
import { inManifest } from '../manifest.ts';
import { testModelIds } from './test-models.ts';

/** Real weights, fetched once into the cache; and the compiled model host, since a forked process runs no TypeScript. Types are another gate's. */
export default async function setup(): Promise<void> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  await promisify(execFile)('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json', '--noCheck'], {
    cwd: root,
  });
  for (const id of testModelIds) {
    const entry = inManifest(id);
    if (entry) await fetchModel(entry, { cache: cacheFolder() });
  }
}
