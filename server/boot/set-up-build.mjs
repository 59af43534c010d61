// @ts-check
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './run-tool.mjs';
import { hashSources, listFiles } from './source-hash.mjs';

const serverRooms = ['server', 'graph-schema', 'scenes', 'models', 'messages', 'bench'];
const serverSources = [...serverRooms, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
/** The page knows the server by type only, so that a change there does not build the page again. */
const pageSources = [
  'app',
  'graph-schema',
  'scenes',
  'messages',
  'instrumentation-client.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/**
 * Compiles all but `app/` into `build/`, with what the compiled code reads from beside itself (Cypher, YAML, Java, plain JavaScript).
 * @type {import('./set-up.mjs').Work}
 */
export function buildServer({ root, signal }) {
  return unlessBuilt(root, { name: 'server', sources: serverSources, result: 'build/server' }, async () => {
    await runNode(
      root,
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
      signal,
    );
    for (const file of serverRooms.flatMap((room) => listFiles(root, room))) {
      if (/\.(ts|tsx|md)$/.test(file) || file.startsWith('bench/results/')) continue;
      const target = path.join(root, 'build', file);
      mkdirSync(path.dirname(target), { recursive: true });
      copyFileSync(path.join(root, file), target);
    }
  });
}

/** @type {import('./set-up.mjs').Work} */
export function buildPage({ root, signal }) {
  return unlessBuilt(root, { name: 'page', sources: pageSources, result: '.next/BUILD_ID' }, () =>
    runNode(root, ['node_modules/next/dist/bin/next', 'build'], signal),
  );
}

/**
 * @param {string} root
 * @param {readonly string[]} parameters
 * @param {AbortSignal | undefined} signal
 */
function runNode(root, parameters, signal) {
  return runTool(process.execPath, parameters, {
    folder: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    ...(signal && { signal }),
  });
}

/**
 * The stamp is written when the result is whole: a build that was cut off is done again.
 * @param {string} root
 * @param {{ name: string, sources: readonly string[], result: string }} made
 * @param {() => Promise<unknown>} build
 */
async function unlessBuilt(root, { name, sources, result }, build) {
  const stamp = path.join(root, 'build', `${name}.stamp`);
  const hash = hashSources(root, sources);
  const isBuilt = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (isBuilt && existsSync(path.join(root, result))) return { isSkipped: true };
  await build();
  writeFileSync(stamp, hash);
  return { isSkipped: false };
}
