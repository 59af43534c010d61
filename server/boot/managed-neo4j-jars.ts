import { createHash } from 'node:crypto';
import { readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
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
  /** file where the classes that this very Java loads are kept as it has them in memory; see `keepClasses` */
  archive: string;
}

/**
 * Brings the jars and the compiled host into the cache; quick when they are there.
 * @throws AppError java_missing, prerequisites_missing (Maven), neo4j_fetch_failed, neo4j_start_failed (values.step `compile`), disk_full, cancelled
 */
export async function prepareNeo4j({ cache, report, signal }: PrepareNeo4jOptions): Promise<PreparedNeo4j> {
  const { folder: hostFolder, hostHash, version } = await readHost();
  const java = await requireJava();
  const { jars, host, archive } = placesIn(cache, { version, hostHash, javaHash: await hashJava(java) });
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
  await makeWholeFolder(host, async (folder) => {
    report?.({ doing: 'compile' });
    // The launcher expands the wildcard; the compiler, run by its main class, reads the launcher's class path.
    const compiler = ['-cp', path.join(jars, '*'), 'org.eclipse.jdt.internal.compiler.batch.Main'];
    const parameters = ['-17', '-nowarn', '-d', folder, path.join(hostFolder, 'Host.java')];
    await runStep('compile', signal, () =>
      runTool(java, [...compiler, ...parameters], { folder, ...(signal && { signal }) }),
    );
    // Classes that are to be kept must come from jars.
    const compiled = await readFile(path.join(folder, 'Host.class'));
    await writeFile(path.join(folder, hostJar), zipSync({ 'Host.class': compiled }));
  });
  const classPath = [path.join(host, hostJar), path.join(jars, '*')].join(path.delimiter);
  return { java, version, classPath, archive };
}

const hostJar = 'host.jar';

function placesIn(
  cache: string,
  { version, hostHash, javaHash }: { version: string; hostHash: string; javaHash: string },
) {
  const folder = path.join(cache, 'neo4j', version);
  return {
    jars: path.join(folder, 'jars'),
    host: path.join(folder, `host-jar-${hostHash}`),
    archive: path.join(folder, `classes-${hostHash}-${javaHash}.jsa`),
  };
}

/** Another Java, also a newer one at the same place, has classes of its own. */
async function hashJava(java: string): Promise<string> {
  const place = await realpath(java);
  const { size, mtimeMs } = await stat(place);
  return shortHash(JSON.stringify([place, size, mtimeMs]));
}

function shortHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

async function readHost() {
  const folder = path.join(projectRoot(), 'server', 'boot', 'neo4j-host');
  const [pom, host] = await Promise.all([
    readFile(path.join(folder, 'pom.xml'), 'utf8'),
    readFile(path.join(folder, 'Host.java')),
  ]);
  return { folder, hostHash: shortHash(host), version: property(pom, 'neo4j.version') };
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
