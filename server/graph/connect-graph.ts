import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { AppError } from '../../graph-schema/app-error.ts';
import { typedReads } from './typed-reads.ts';
import type { Graph, Tx, TypedReads, WorkOptions } from './graph.ts';
import { toAppError, type Place } from './neo4j-errors.ts';
import { findVectorIndexes, readServer } from './server.cypher.ts';
import { fromObject, toNeo4j } from './values.ts';

export interface GraphAddress {
  /** `bolt://`, `neo4j://`, each also `+s` or `+ssc` */
  uri: string;
  username: string;
  password: string;
  /** default: the server's home database for that person */
  database?: string;
}

export interface GraphInfo {
  uri: string;
  database: string | null;
  version: string;
  edition: string;
}

/** `CREATE VECTOR INDEX`. */
const oldest = [5, 15] as const;

/**
 * Opens the one driver of this process and proves that the server is there, lets us in and can hold a field.
 * @throws AppError neo4j_unreachable, neo4j_auth, neo4j_too_old
 */
export async function connectGraph(address: GraphAddress): Promise<Graph & TypedReads & { info: GraphInfo }> {
  const place: Place = {
    uri: withoutSecrets(address.uri),
    username: address.username,
    database: address.database ?? null,
  };
  const driver = openDriver(address, place);
  try {
    await driver.verifyConnectivity(address.database === undefined ? {} : { database: address.database });
    const graph = graphOf(driver, place);
    const info = await readInfo(graph, place);
    return { ...graph, ...typedReads(driver, place), info };
  } catch (error) {
    await driver.close();
    throw toAppError(error, place);
  }
}

function openDriver({ uri, username, password }: GraphAddress, place: Place): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      connectionTimeout: 5000,
      maxTransactionRetryTime: 30_000,
      telemetryDisabled: true,
      // whoever asks takes the whole answer: no round trip for each thousand rows
      fetchSize: -1,
      userAgent: 'scenefield',
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 300) : '';
    const values = { uri: place.uri, username: place.username, database: place.database ?? '', detail };
    throw new AppError('neo4j_unreachable', { values, cause: error });
  }
}

function graphOf(driver: Driver, place: Place): Graph {
  const work = async <T>(
    mode: 'executeRead' | 'executeWrite',
    run: (tx: Tx) => Promise<T>,
    options?: WorkOptions,
  ) => {
    const session = driver.session(place.database === null ? {} : { database: place.database });
    const config = options?.timeoutMs === undefined ? {} : { timeout: options.timeoutMs };
    try {
      return await session[mode]((tx) => run(txOf(tx)), config);
    } catch (error) {
      throw toAppError(error, place);
    } finally {
      await session.close();
    }
  };
  return {
    read: (run, options) => work('executeRead', run, options),
    write: (run, options) => work('executeWrite', run, options),
    close: () => driver.close(),
  };
}

function txOf(tx: ManagedTransaction): Tx {
  return {
    async run(cypher, parameters = {}) {
      const { records } = await tx.run(cypher, toNeo4j(parameters) as Record<string, unknown>);
      return records.map((record) => fromObject(record.toObject()));
    },
  };
}

async function readInfo(graph: Graph, place: Place): Promise<GraphInfo> {
  const [server] = await graph.read((tx) => tx.run(readServer));
  const version = String(server?.['version'] ?? '');
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const isFit = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  const hasVectors = isFit && (await graph.read((tx) => tx.run(findVectorIndexes))).length > 0;
  if (!hasVectors) {
    throw new AppError('neo4j_too_old', {
      values: { uri: place.uri, found: version, needed: oldest.join('.') },
    });
  }
  return { uri: place.uri, database: place.database, version, edition: String(server?.['edition'] ?? '') };
}

function withoutSecrets(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, '//');
}
