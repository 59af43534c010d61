import { CellInput, type InputKind, type InputOf } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKind, CellOutcome, RunContext } from './cell-kind.ts';
import { chart } from './chart.ts';
import { conversation } from './conversation.ts';
import { cypher } from './cypher.ts';
import { formula } from './formula.ts';
import { gap } from './gap.ts';
import { map } from './map.ts';
import { pack } from './pack.ts';
import { proposals } from './proposals.ts';
import { prose } from './prose.ts';
import { question } from './question.ts';
import { search } from './search.ts';

const cellKinds: { [K in InputKind]: CellKind<K> } = {
  prose,
  search,
  question,
  cypher,
  map,
  formula,
  proposals,
  gap,
  chart,
  pack,
  conversation,
};

/** The kind of this input: the two always belong together, which types cannot say of a union. */
function kindOf<K extends InputKind>(input: InputOf<K>): CellKind<K> {
  return cellKinds[input.kind as K];
}

export function isRunnable(input: CellInput): boolean {
  return kindOf(input).run !== null;
}

export async function runInput(input: CellInput, context: RunContext): Promise<CellOutcome<InputKind>> {
  return (await kindOf(input).run?.(input, context)) ?? {};
}

export function namesUsed(input: CellInput): string[] {
  return kindOf(input).uses(input);
}

export function dependsOn(input: CellInput, what: 'field' | 'model'): boolean {
  return kindOf(input).inputs.includes(what);
}

/** Which field of such an input holds its words; null: none does. */
export function wordsOf(kind: InputKind): string | null {
  return cellKinds[kind].words;
}

/** What a cell was saved with, checked again: an older program may have written it. Null where nothing can be made of it. */
export function readInput(json: string): CellInput | null {
  const value: unknown = JSON.parse(json);
  // maps of the first version named their scene by id alone
  const around: unknown = Reflect.get(Object(value), 'sceneId');
  const input = CellInput.safeParse(typeof around === 'string' ? { ...Object(value), around } : value);
  return input.success ? input.data : null;
}
