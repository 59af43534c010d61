import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../models/manifest.ts';
import { neo4jFetchBytes } from './managed-neo4j-jars.ts';
import { projectRoot } from './project-root.ts';
import { findFetches, sizes } from './what-is-fetched.mjs';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('what a start says that it will fetch', () => {
  it('are the weights of the manifest and the jars of the host, in their size', () => {
    const known = Object.entries(sizes.weights).map(([id, { role }]) => `${id} ${role}`);
    expect(known.sort()).toEqual(manifest.map(({ id, role }) => `${id} ${role}`).sort());
    for (const { id, bytes } of manifest) {
      const said = (sizes.weights[id]?.megabytes ?? 0) * 1e6;
      expect(Math.abs(said - bytes) / bytes, id).toBeLessThan(0.3);
    }
    expect(sizes.jars * 1e6).toBe(neo4jFetchBytes);
  });

  it('is only what is not there and what this choice needs', () => {
    const cache = temporaryFolder();
    const places = { home: cache, cache, root: projectRoot(), arePackagesThere: true };
    const env = { SCENEFIELD_WRITE_MODEL: 'qwen2.5-coder-0.5b-instruct-q4_k_m' };
    const what = (more: Record<string, string> = {}) =>
      findFetches({ ...places, env: { ...env, ...more } }).map((fetch) => fetch.what);
    expect(what()).toEqual(['fetchJars', 'fetchEmbed', 'fetchWrite']);
    expect(what({ NEO4J_URI: 'bolt://x', SCENEFIELD_EMBED_MODEL: '/a/b.gguf' })).toEqual(['fetchWrite']);
    mkdirSync(path.join(cache, 'models'));
    writeFileSync(path.join(cache, 'models', 'qwen2.5-coder-0.5b-instruct-q4_k_m.gguf'), '');
    expect(what({ NEO4J_URI: 'bolt://x' })).toEqual(['fetchEmbed']);
  });
});
