import { evaluate, type FormulaDeps } from '../formula/evaluate.ts';
import { openFormulaThread } from '../formula/formula-thread.ts';
import { keepFormula, listFormulas, removeFormula } from '../formula/keep-formula.ts';
import { createShortTexts } from '../formula/short-texts.ts';
import type { Graph } from '../graph/graph.ts';
import type { Parts } from './open-field.ts';
import type { Services } from './services.ts';

/** `deps`: the vectors, for what else is asked of them. */
export function composeFormulas(
  { models, jobs, neo4j, signal }: Parts,
  graph: Graph,
): { formulas: Services['formulas']; deps: FormulaDeps } {
  const { events } = jobs;
  const texts = createShortTexts({ graph, models });
  const thread = openFormulaThread({ graph, texts, address: neo4j.address, events, signal });
  const deps = { graph, models, texts, thread };
  const told = async <T extends { number: number }>(work: Promise<T>): Promise<T> => {
    const done = await work;
    events.publish({ type: 'change', number: done.number, kind: 'edit' });
    return done;
  };
  const formulas: Services['formulas'] = {
    evaluate: (input) => evaluate(deps, input),
    list: () => listFormulas(deps),
    keep: (input) => told(keepFormula(deps, input)),
    remove: (id) => told(removeFormula(graph, id)),
  };
  return { formulas, deps };
}
