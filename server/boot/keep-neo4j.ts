import type { Logger } from 'pino';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import { connectGraph, type GraphAddress } from '../graph/connect-graph.ts';
import { type DatabaseState, inspectDatabase } from '../graph/inspect-database.ts';
import { migrate } from '../graph/migrate.ts';
import { backoffMs, sleep } from './backoff.ts';
import { type Configuration, neo4jPlace } from './configuration.ts';
import { type Connection, createGraphHandle, type GraphHandle } from './graph-handle.ts';
import { type ManagedNeo4j, prepareNeo4j, startManagedNeo4j } from './managed-neo4j.ts';
import { copyStoreAside } from './managed-neo4j-store.ts';
import { readOrMakeSecret } from './secrets.ts';
import type { Stages } from './stages.ts';
import { watchOwnNeo4j } from './watch-own-neo4j.ts';

export interface KeepNeo4jOptions {
  home: string;
  cache: string;
  log: Logger;
  stages: Stages;
  /** read anew at each try: the person may have named another database meanwhile */
  configuration(): Configuration;
  isShared(place: string): boolean;
  /** The graph answers again after it was gone. */
  onBack(): void;
  signal: AbortSignal;
}

export interface KeptNeo4j {
  graph: GraphHandle;
  /** The stages `neo4j` and `migrations`, once through. Rejects with the fault of the one that failed. */
  bringUp(): Promise<void>;
  /** Of a Neo4j of ours, which nobody else writes to; null where it is the person's own, or not up. */
  managedAddress(): GraphAddress | null;
  /** Of the graph that the configuration names. Null where it is a managed one that is not up. */
  address(): GraphAddress | null;
  stop(): Promise<void>;
}

/** Brings up a graph of ours, managed or the person's own, migrates it, and starts a managed one again when it dies. */
export function keepNeo4j(options: KeepNeo4jOptions): KeptNeo4j {
  const { home, cache, log, stages, signal, onBack } = options;
  const graph = createGraphHandle((fault) => {
    if (signal.aborted) return;
    // Nothing but a new start brings a store back that could not write.
    if (managed !== null && fault.code === 'neo4j_halted') managed.kill();
    if (managed !== null || fault.code !== 'neo4j_unreachable') return;
    void watchOwnNeo4j(fault, { graph, stages, signal, onBack, bringUp }).catch((error: unknown) =>
      log.error({ err: error }, 'Neo4j did not come back'),
    );
  });
  let managed: ManagedNeo4j | null = null;

  async function startManaged(port: number | undefined): Promise<ManagedNeo4j> {
    const password = await readOrMakeSecret(home, 'neo4j-password');
    const started = await startManagedNeo4j({ cache, home, password, log, signal, ...(port && { port }) });
    managed = started;
    void started.exited.then(({ asked }) => {
      if (!asked && managed === started && !signal.aborted) return recover(started.port);
      return undefined;
    });
    return started;
  }

  /** A host that dies while it starts is started again; what no second try cures is said at once. */
  async function startPatiently(): Promise<ManagedNeo4j> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await startManaged(undefined);
      } catch (error) {
        const isWorthATry =
          isAppError(error) && error.code === 'neo4j_start_failed' && error.values['step'] === 'start';
        if (!isWorthATry || attempt === 2 || signal.aborted) throw error;
        log.warn({ err: error }, 'Neo4j did not start, trying again');
        await sleep(backoffMs(attempt), signal);
      }
    }
  }

  /** The same port again, so that the driver finds it by itself; another one only where that is taken now. */
  async function recover(port: number): Promise<void> {
    log.error({ port }, 'Neo4j died');
    let fault: unknown = new AppError('neo4j_unreachable', { values: { uri: `bolt://127.0.0.1:${port}` } });
    for (let attempt = 0; !signal.aborted; attempt++) {
      stages.lose('neo4j', fault);
      await sleep(backoffMs(attempt), signal);
      try {
        await stages.run('neo4j', async () => {
          const started = await startManaged(attempt < 3 ? port : undefined);
          if (started.port !== port) await graph.use(await connectGraph(addressOf(started)));
        });
        return onBack();
      } catch (error) {
        fault = error;
        log.error({ err: error }, 'Neo4j did not come back');
      }
    }
  }

  async function connect(tell: (told: { bytes: number; totalBytes: number }) => void): Promise<Connection> {
    const own = ownAddress(options.configuration());
    if (own !== null) return connectGraph(own);
    await prepareNeo4j({
      cache,
      signal,
      report: ({ bytes, totalBytes }) => bytes && totalBytes && tell({ bytes, totalBytes }),
    });
    return connectGraph(addressOf(managed ?? (await startPatiently())));
  }

  async function stopManaged() {
    const stopping = managed;
    managed = null;
    await stopping?.stop();
  }

  async function bringUp() {
    const state = await stages.run('neo4j', async (tell) => {
      await graph.use(null);
      const connection = await connect(tell);
      await graph.use(connection);
      const found = await inspectDatabase(connection);
      if (found.state === 'foreign' || found.state === 'newer') await graph.use(null);
      refuseForeign(found, connection, options.isShared);
      return found;
    });
    await stages.run('migrations', async (tell) => {
      if (managed !== null && state.state === 'ours' && state.pending.length > 0) {
        await graph.use(null);
        await stopManaged();
        const place = await copyStoreAside({ home });
        if (place !== null) tell({ note: place });
      }
      if (graph.connection() === null) await graph.use(await connect(() => undefined));
      const applied = await migrate(graph);
      if (applied.length > 0) log.info({ applied }, 'migrated');
    });
  }

  return {
    graph,
    bringUp,
    managedAddress: () => managed && addressOf(managed),
    address: () => ownAddress(options.configuration()) ?? (managed && addressOf(managed)),
    async stop() {
      await graph.close();
      await stopManaged();
    },
  };
}

/** Of the person's own server. */
function ownAddress({ neo4j }: Configuration): GraphAddress | null {
  if (neo4j === null) return null;
  const { database, ...address } = neo4j;
  return { ...address, ...(database !== null && { database }) };
}

function addressOf({ uri, username, password, database }: ManagedNeo4j): GraphAddress {
  return { uri, username, password, database };
}

/** Nothing is written to a database that is not ours before the person says yes. */
function refuseForeign(
  found: DatabaseState,
  { info }: Connection,
  isShared: (place: string) => boolean,
): void {
  if (found.state === 'newer')
    throw new AppError('neo4j_newer_schema', { values: { found: found.found, known: found.known } });
  if (found.state !== 'foreign') return;
  const { clashes } = found;
  if (clashes.length === 0 && isShared(neo4jPlace(info))) return;
  // As in Cypher, `()` is a node without a label.
  const counts = Object.entries(found.counts).map(([label, nodes]) => `${label || '()'} ${nodes}`);
  throw new AppError(clashes.length === 0 ? 'neo4j_foreign_data' : 'neo4j_label_clash', {
    values: { uri: info.uri, database: info.database ?? '', counts, clashes },
  });
}
