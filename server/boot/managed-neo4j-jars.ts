import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import { checkMaven, findJava } from './prerequisites.mjs';
import { projectRoot } from './project-root.ts';
import { runTool, ToolFailed } from './run-tool.mjs';
import { makeWholeFolder } from './whole-folder.ts';

/** What a first fetch brings: 213 jars and Maven's own plugin. Bytes, measured; shown as what is to come. */
export const neo4jFetchBytes = 135_000_000;
const oldestJava = 17;

export interface PrepareProgress {
  doing: 'jars' | 'compile';
  bytes?: number;
  totalBytes?: number;
}

export interface PrepareNeo4jOptions {
  cache: string;
  report?: (progress: PrepareProgress) => void;
  signal?: AbortSignal;
}

/** What a host is started with. */
export interface PreparedNeo4j {
  java: string;
  classPath: string;
  version: string;
}

/**
 * Brings the jars and the compiled host into the cache; quick when they are there.
 * @throws AppError java_missing, prerequisites_missing (Maven), neo4j_fetch_failed, neo4j_start_failed (values.step `compile`), disk_full, cancelled
 */
export async function prepareNeo4j({ cache, report, signal }: PrepareNeo4jOptions): Promise<PreparedNeo4j> {
  const { folder: hostFolder, hostHash, version } = await readHost();
  const java = await requireJava();
  const { jars, classes } = placesIn(cache, { version, hostHash });
  await makeWholeFolder(jars, async (folder) => {
    requireMaven();
    let bytes = 0;
    report?.({ doing: 'jars', bytes, totalBytes: neo4jFetchBytes });
    const onLine = (line: string) => {
      bytes += downloadedBytes(line);
      report?.({ doing: 'jars', bytes, totalBytes: neo4jFetchBytes });
    };
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
    const env = { ...process.env, JAVA_HOME: process.env['JAVA_HOME'] || path.dirname(path.dirname(java)) };
    await runStep('fetch', signal, () =>
      runTool('mvn', ['-B', '-f', path.join(hostFolder, 'pom.xml'), ...goal], {
        folder,
        env,
        onLine,
        ...(signal && { signal }),
      }),
    );
  });
  await makeWholeFolder(classes, async (folder) => {
    report?.({ doing: 'compile' });
    // The launcher expands the wildcard; the compiler, run by its main class, reads the launcher's class path.
    const compiler = ['-cp', path.join(jars, '*'), 'org.eclipse.jdt.internal.compiler.batch.Main'];
    const parameters = ['-17', '-nowarn', '-d', folder, path.join(hostFolder, 'Host.java')];
    await runStep('compile', signal, () =>
      runTool(java, [...compiler, ...parameters], { folder, ...(signal && { signal }) }),
    );
  });
  return { java, version, classPath: [classes, path.join(jars, '*')].join(path.delimiter) };
}

function placesIn(cache: string, { version, hostHash }: { version: string; hostHash: string }) {
  const folder = path.join(cache, 'neo4j', version);
  return { jars: path.join(folder, 'jars'), classes: path.join(folder, `host-${hostHash}`) };
}

async function readHost() {
  const folder = path.join(projectRoot(), 'server', 'boot', 'neo4j-host');
  const [pom, host] = await Promise.all([
    readFile(path.join(folder, 'pom.xml'), 'utf8'),
    readFile(path.join(folder, 'Host.java')),
  ]);
  const hostHash = createHash('sha256').update(host).digest('hex').slice(0, 12);
  return { folder, hostHash, version: property(pom, 'neo4j.version') };
}

function property(pom: string, name: string): string {
  const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(pom)?.[1];
  if (value === undefined) throw new Error(`pom.xml has no ${name}`);
  return value;
}

async function requireJava(): Promise<string> {
  const java = await findJava(process.env);
  if (java === null || java.version < oldestJava) {
    throw new AppError('java_missing', { values: { needed: oldestJava, found: java?.version ?? 0 } });
  }
  return java.path;
}

function requireMaven(): void {
  const missing = checkMaven(process.env);
  if (missing !== null)
    throw new AppError('prerequisites_missing', { values: { missing: `Maven (${missing.cure})` } });
}

/** Maven says `Downloaded from central: ADDRESS (1.2 MB at 3 MB/s)`. */
function downloadedBytes(line: string): number {
  const [, amount, unit] = /^(?:\[INFO\] )?Downloaded from .*\(([\d.]+) (B|kB|MB)/.exec(line) ?? [];
  return Number(amount ?? 0) * (unit === 'MB' ? 1e6 : unit === 'kB' ? 1e3 : 1);
}

async function runStep(
  step: 'fetch' | 'compile',
  signal: AbortSignal | undefined,
  run: () => Promise<unknown>,
) {
  try {
    await run();
  } catch (error) {
    if (signal?.aborted) throw new AppError('cancelled', { cause: error });
    const detail = error instanceof ToolFailed ? error.output : String(error);
    if (detail.includes('No space left')) throw new AppError('disk_full', { cause: error });
    throw new AppError(step === 'fetch' ? 'neo4j_fetch_failed' : 'neo4j_start_failed', {
      values: { step, detail: detail.slice(-600) },
      message: detail,
      cause: error,
    });
  }
}
