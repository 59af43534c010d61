import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type { GraphInfo } from '../graph/connect-graph.ts';
import type { Graph, TypedReads } from '../graph/graph.ts';

export type Connection = Graph & TypedReads & { info: GraphInfo };

/** One graph for everybody, whatever connection stands behind it now: jobs and pages outlive a Neo4j that died. */
export interface GraphHandle extends Graph, TypedReads {
  connection(): Connection | null;
  /** Puts another connection behind the handle and closes the one before. */
  use(connection: Connection | null): Promise<void>;
  /** A fault that another thread met at its own connection to the same graph. */
  hear(fault: unknown): void;
}

/** `onGone` hears each fault of a graph that is not there any more, or takes nothing more. */
export function createGraphHandle(onGone: (fault: AppError) => void = () => undefined): GraphHandle {
  let current: Connection | null = null;
  const connected = (): Connection => {
    if (current === null) throw new AppError('stage_not_ready', { values: { stage: 'neo4j' } });
    return current;
  };
  const hear = (fault: unknown): void => {
    if (isAppError(fault) && (fault.code === 'neo4j_unreachable' || fault.code === 'neo4j_halted'))
      onGone(fault);
  };
  const heard = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      hear(error);
      throw error;
    }
  };
  return {
    read: async (work, options) => heard(connected().read(work, options)),
    write: async (work, options) => heard(connected().write(work, options)),
    explain: async (cypher) => heard(connected().explain(cypher)),
    ask: async (cypher, parameters, limits) => heard(connected().ask(cypher, parameters, limits)),
    async close() {
      await current?.close();
      current = null;
    },
    connection: () => current,
    hear,
    async use(connection) {
      const before = current;
      current = connection;
      await before?.close();
    },
  };
}
