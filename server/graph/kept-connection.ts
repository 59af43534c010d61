import { connectGraph, type GraphAddress } from './connect-graph.ts';
import type { Graph } from './graph.ts';

/** The one connection of a thread that is told the address with each question: another address takes the place of the one before, which then closes. */
export function keepConnection(): (address: GraphAddress) => Promise<Graph> {
  let kept: { key: string; graph: Promise<Graph> } | null = null;
  return (address) => {
    const key = JSON.stringify(address);
    if (kept?.key === key) return kept.graph;
    const before = kept;
    const graph = connectGraph(address);
    const own = { key, graph };
    kept = own;
    graph.catch(() => {
      if (kept === own) kept = null;
    });
    void before?.graph.then((old) => old.close()).catch(() => undefined);
    return graph;
  };
}
