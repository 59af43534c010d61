import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { AppError } from '../../graph-schema/app-error.ts';
import { prepareNeo4j, type PreparedNeo4j } from './managed-neo4j-jars.ts';

export { prepareNeo4j } from './managed-neo4j-jars.ts';

/** A first start on a slow, busy machine; beyond it something is wrong. */
const startTimeoutMs = 180_000;
/** The host gives its store 15 s to close and then ends by itself. */
const stopTimeoutMs = 20_000;
const writeClassesTimeoutMs = 60_000;

export interface ManagedNeo4jOptions {
  cache: string;
  /** the home folder; the store lies in its `neo4j/` */
  home: string;
  password: string;
  log: Logger;
  /** A running app that starts a dead Neo4j again gives the port it had: then every driver finds it by itself. Default: any free one. */
  port?: number;
  /** Java heap, megabytes. Default 768. */
  heapMb?: number;
  /** file that is written when it ends: all classes that it loaded, as Java has them in memory. Ending takes ten seconds longer. */
  writesClasses?: string;
  signal?: AbortSignal;
}

export interface ManagedNeo4j {
  uri: string;
  username: string;
  password: string;
  database: string;
  port: number;
  pid: number;
  /** resolves when the host ends, for whatever reason; never rejects */
  exited: Promise<{ status: number | null; asked: boolean }>;
  stop(): Promise<void>;
  /** Ends it at once, as an accident would: for a store that takes nothing more. */
  kill(): void;
}

/**
 * Starts Neo4j Community as a child that ends with this process, whatever ends it. A store that an earlier host still holds is waited for.
 * @throws AppError java_missing, neo4j_start_failed, disk_full, cancelled
 */
export async function startManagedNeo4j(options: ManagedNeo4jOptions): Promise<ManagedNeo4j> {
  const { cache, home, password, log, port = 0, signal } = options;
  const prepared = await prepareNeo4j({ cache, ...(signal && { signal }) });
  const folder = path.join(home, 'neo4j');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const conf = path.join(folder, 'neo4j.conf');
  await writeFile(conf, neo4jConfiguration(port), { mode: 0o600 });
  const child = spawnHost(hostCommand(prepared, { folder, conf, ...options }));
  let asked = false;
  const exited = new Promise<{ status: number | null; asked: boolean }>((resolve) => {
    child.on('close', (status) => resolve({ status, asked }));
  });
  const stop = async () => {
    asked = true;
    child.stdin?.end();
    const timer = setTimeout(
      () => child.kill('SIGKILL'),
      options.writesClasses === undefined ? stopTimeoutMs : writeClassesTimeoutMs,
    );
    await exited;
    clearTimeout(timer);
  };
  try {
    child.stdin?.on('error', () => {}).write(`${password}\n`);
    const found = await hearReady(child, { log, signal });
    const uri = `bolt://127.0.0.1:${found}`;
    return {
      uri,
      username: 'neo4j',
      password,
      database: 'neo4j',
      port: found,
      pid: child.pid ?? 0,
      exited,
      stop,
      kill: () => void child.kill('SIGKILL'),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Bolt on loopback only, with a password; nothing is reported outwards; `LOAD CSV` reaches neither files nor addresses
 * (a read transaction alone may do both).
 */
export function neo4jConfiguration(port: number): string {
  return [
    'server.bolt.enabled=true',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'dbms.security.auth_enabled=true',
    'dbms.usage_report.enabled=false',
    'dbms.security.allow_csv_import_from_file_urls=false',
    'internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0',
    'server.memory.pagecache.size=256m',
    'db.tx_log.rotation.retention_policy=2 files',
    'db.logs.query.enabled=OFF',
    // a first reading doubles each index many times over: counting it anew at every twentieth part took more than it told
    'db.index_sampling.update_percentage=100',
    // of notes a string is a paragraph or a whole file: half as many records to write (a store keeps what it was made with)
    'internal.dbms.block_size.strings=248',
    '',
  ].join('\n');
}

/** The command line of a host; its standard input is the password and then the leash that ends it when it is let go. */
export function hostCommand(
  { java, classPath, archive }: PreparedNeo4j,
  {
    folder,
    conf,
    heapMb = 768,
    writesClasses,
  }: { folder: string; conf: string } & Pick<ManagedNeo4jOptions, 'heapMb' | 'writesClasses'>,
): [string, ...string[]] {
  // Light compilation only: on two cores the thorough compiler took more time from start and first queries than it ever gave back
  // (Russian vault, first ingest: 18 s with it, 7 s without).
  const machine = [
    `-Xmx${heapMb}m`,
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    // Maven has checked the jars; checking each class again is a tenth of the start.
    '-XX:+IgnoreUnrecognizedVMOptions',
    '-XX:+UnlockDiagnosticVMOptions',
    '-XX:-BytecodeVerificationRemote',
    '-Djava.awt.headless=true',
    ...classFlags(archive, writesClasses),
  ];
  return [java, ...machine, '-cp', classPath, 'Host', folder, conf];
}

/** Java says of many a class why it is not kept. */
const quiet = ['-Xlog:disable', '-Xlog:all=error:stderr'];

/** An archive that does not fit is passed over by Java itself, in silence. */
function classFlags(archive: string, writesClasses: string | undefined): string[] {
  if (writesClasses !== undefined) return [`-XX:ArchiveClassesAtExit=${writesClasses}`, ...quiet];
  return existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`, '-Xshare:auto', ...quiet] : [];
}

function spawnHost([java, ...parameters]: [string, ...string[]]): ChildProcess {
  return spawn(java, parameters, {
    stdio: ['pipe', 'pipe', 'pipe'],
    // A session of its own: Ctrl-C in the terminal must not end the store before the app has written its last.
    detached: true,
    // Java reads paths by the locale; without one it could not open a home with Cyrillic letters.
    env: { ...process.env, ...(process.platform === 'linux' && { LC_ALL: 'C.UTF-8' }) },
  });
}

function hearReady(
  child: ChildProcess,
  { log, signal }: { log: Logger; signal: AbortSignal | undefined },
): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (detail: string) => {
      if (signal?.aborted) reject(new AppError('cancelled'));
      else if (detail.includes('No space left')) reject(new AppError('disk_full', { message: said }));
      else reject(new AppError('neo4j_start_failed', { values: { step: 'start', detail }, message: said }));
    };
    const timer = setTimeout(() => fail('timeout'), startTimeoutMs);
    const abort = () => fail('cancelled');
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    let out = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      out = (out + piece).slice(-2000);
      const answer = /^(READY|FAILED) (.*)$/m.exec(out);
      if (answer === null || !out.endsWith('\n')) return;
      settle();
      if (answer[1] === 'READY') resolve(Number(answer[2]));
      else fail(answer[2] ?? '');
    });
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said = (said + piece).slice(-4000);
      log.debug({ neo4j: piece.trimEnd() }, 'neo4j host');
    });
    child.on('error', (error) => {
      settle();
      fail(error.message);
    });
    child.on('exit', (status) => {
      settle();
      fail(said.trim().split('\n').at(-1) ?? `exit ${status}`);
    });
  });
}
