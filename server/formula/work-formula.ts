import { type Chance, chanceOf } from '../../scenes/formula/chance.ts';
import type { Environment, Missing, Place } from '../../scenes/formula/environment.ts';
import { evaluateFormula } from '../../scenes/formula/evaluate-formula.ts';
import { explain } from '../../scenes/formula/explain.ts';
import { readFormula } from '../../scenes/formula/read-formula.ts';
import { referenceKey } from '../../scenes/formula/references.ts';
import { fewestExamples, type Transition } from '../../scenes/formula/transition.ts';
import type { Value } from '../../scenes/formula/value.ts';
import { unit } from '../../scenes/formula/vectors.ts';
import type { FormulaAnswered, FormulaAsked, Found } from './formula-protocol.ts';
import type { HeldSpace } from './held-space.ts';
import { placeScenes } from './place-scenes.ts';
import { measureTransition } from './measure-transition.ts';

type WorkAsked = Extract<FormulaAsked, { type: 'work' }>;

/** `transitions`: those measured in this space, by their links. */
export function workFormula(
  held: HeldSpace,
  { text, found, vaultId, along }: WorkAsked,
  transitions: Map<string, Transition>,
): FormulaAnswered {
  const environment = environmentOf(held, { found, vaultId, transitions });
  const evaluated = evaluateFormula(readFormula(text).tree, environment);
  if ('findings' in evaluated) return evaluated;
  const { value } = evaluated;
  const explanation = explain(value, environment);
  const idOf = (row: number) => held.scenes[row]?.id ?? '';
  const shown = [...explanation.near, ...explanation.opposite];
  const worked = {
    ...plainly(value),
    own: 'own' in value ? [...value.own].map(idOf) : [],
    explanation,
    ids: new Map(shown.map(({ row }) => [row, idOf(row)])),
    along: along !== undefined && value.type === 'axis' ? placeScenes(held, value, along) : null,
  };
  return { worked };
}

function plainly(value: Value) {
  const nothing = { value: null, unit: null, examples: null, vector: null };
  switch (value.type) {
    case 'number':
      return { ...nothing, type: value.type, value: value.value, unit: value.unit };
    case 'scene':
      return { ...nothing, type: value.type, vector: unit(value.vector) };
    case 'list':
      return { ...nothing, type: value.type, vector: value.probes[0] ?? null };
    case 'relation':
      return { ...nothing, type: value.type, examples: value.examples };
    case 'axis':
      return { ...nothing, type: value.type };
  }
}

function environmentOf(
  held: HeldSpace,
  {
    found,
    vaultId,
    transitions,
  }: Pick<WorkAsked, 'found' | 'vaultId'> & { transitions: Map<string, Transition> },
): Environment {
  const { space, scenes } = held;
  const within =
    vaultId === null ? null : Uint8Array.from(scenes, (scene) => (scene.vaultId === vaultId ? 1 : 0));
  return {
    space,
    chance: chanceFor(held, vaultId, within),
    within,
    place: (reference) => placeOf(held, found.get(referenceKey(reference))),
    transition: (reference) => transitionOf(held, found.get(referenceKey(reference)), transitions),
  };
}

/** What chance gives in a vault is another thing than in the whole field beside it. */
function chanceFor(held: HeldSpace, vaultId: string | null, within: Uint8Array | null): Chance {
  if (vaultId === null) return held.chance;
  const known = held.chanceIn.get(vaultId) ?? chanceOf(held.space, within);
  held.chanceIn.set(vaultId, known);
  return known;
}

function placeOf({ rowById }: HeldSpace, found: Found | undefined): Place | Missing {
  const rows = (ids: readonly string[]) => ids.flatMap((id) => rowById.get(id) ?? []);
  switch (found?.type) {
    case 'scenes': {
      const there = rows(found.ids);
      if (there.length === 0) return { type: 'missing', ...found.missing };
      return { type: 'rows', rows: there, own: rows(found.own) };
    }
    case 'passages':
    case 'words':
    case 'placed':
      return { type: found.type, vector: found.vector, own: rows(found.own) };
    case 'missing':
      return found;
    case 'links':
    case undefined:
      throw new TypeError('a thing that a formula names was not looked up');
  }
}

function transitionOf(
  held: HeldSpace,
  found: Found | undefined,
  transitions: Map<string, Transition>,
): Transition | Missing {
  if (found?.type !== 'links') throw new TypeError('a relation that a formula names was not looked up');
  const pairs = found.pairs.flatMap((pair) => {
    const [from, to] = [held.rowById.get(pair.from), held.rowById.get(pair.to)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  if (pairs.length < fewestExamples) {
    const values = { kind: found.kind, count: pairs.length, least: fewestExamples };
    return { type: 'missing', code: 'too_few_links', values };
  }
  const key = JSON.stringify(pairs);
  const measured = transitions.get(key) ?? measureTransition(held.space, pairs);
  transitions.set(key, measured);
  return measured;
}
