import { callFunction } from './call-function.ts';
import type { Environment, Missing, Place } from './environment.ts';
import { findFunction } from './functions.ts';
import { type Finding, finding } from './problem.ts';
import { type Reference, referencesOf } from './references.ts';
import { intoFrame } from './frame.ts';
import { rowOf, type Space } from './space.ts';
import type { Tree } from './tree.ts';
import type { Value, ValueOf } from './value.ts';
import { meanOf, plus, scaled, unit, type Vector } from './vectors.ts';

export type Evaluated = { value: Value } | { findings: Finding[] };

/** Works out a tree that passed the check; what it names and is not there is told, all of it. */
export function evaluateFormula(tree: Tree, environment: Environment): Evaluated {
  const findings = referencesOf(tree).flatMap((reference) => {
    const found =
      reference.type === 'relation' ? environment.transition(reference) : environment.place(reference);
    return isMissing(found) ? [finding(reference, found.code, found.values)] : [];
  });
  return findings.length > 0 ? { findings } : { value: valueOf(tree, environment) };
}

function isMissing(found: object): found is Missing {
  return 'type' in found && found.type === 'missing';
}

function valueOf(tree: Tree, environment: Environment): Value {
  switch (tree.type) {
    case 'scene':
    case 'text':
    case 'concept':
      return placeOf({ type: tree.type, name: tree.name, start: tree.start, end: tree.end }, environment);
    case 'number':
      return { type: 'number', value: tree.value, unit: 'plain' };
    case 'negative':
      return times(valueOf(tree.of, environment), -1);
    case 'operation': {
      const [left, right] = [valueOf(tree.left, environment), valueOf(tree.right, environment)];
      if (tree.operator === '*') return product(left, right);
      return sum(left, times(right, tree.operator === '-' ? -1 : 1));
    }
    case 'call':
      return callOf(tree, environment);
    case 'name':
    case 'broken':
      throw new TypeError(`a formula that did not pass the check was to be worked out: ${tree.type}`);
  }
}

function callOf(tree: Extract<Tree, { type: 'call' }>, environment: Environment): Value {
  const called = findFunction(tree.name);
  const [named] = referencesOf(tree);
  if (called?.id === 'region' && named) return placeOf(named, environment);
  if (called?.id === 'relation' && named) {
    const found = environment.transition(named);
    if (!isMissing(found)) return { type: 'relation', factor: 1, ...found };
  }
  if (!called) throw new TypeError(`no function ${tree.name}`);
  return callFunction(
    called,
    tree.args.map((arg) => valueOf(arg, environment)),
    environment,
  );
}

function placeOf(reference: Reference, { space, place }: Environment): ValueOf<'scene'> {
  const found = place(reference);
  if (found.type === 'missing') throw new TypeError(`${reference.name} was looked up and is gone`);
  return { type: 'scene', vector: vectorAt(found, space), own: new Set(found.own) };
}

function vectorAt(place: Place, space: Space): Vector {
  switch (place.type) {
    case 'rows':
      return unit(
        meanOf(
          place.rows.map((row) => rowOf(space, row)),
          space.dimensions,
        ),
      );
    case 'passages':
      return intoFrame(space.frame, place.vector);
    case 'words':
      return intoFrame(space.words, place.vector);
    case 'placed':
      return place.vector;
  }
}

function product(left: Value, right: Value): Value {
  if (left.type === 'number') return times(right, left.value);
  return times(left, right.type === 'number' ? right.value : 1);
}

function times(value: Value, factor: number): Value {
  if (factor === 1) return value;
  switch (value.type) {
    case 'number':
      return { type: 'number', value: value.value * factor, unit: 'plain' };
    case 'scene':
      return { ...value, vector: scaled(value.vector, factor) };
    case 'axis': {
      const way = plus(value.to, value.from, -1);
      return { ...value, to: plus(value.from, way, factor) };
    }
    case 'relation':
      return { ...value, vector: scaled(value.vector, factor), factor: value.factor * factor };
    case 'list':
      return value;
  }
}

function sum(left: Value, right: Value): Value {
  if (left.type === 'number' && right.type === 'number')
    return { type: 'number', value: left.value + right.value, unit: 'plain' };
  const own = new Set([...ownOf(left), ...ownOf(right)]);
  return { type: 'scene', vector: plus(stepOf(left), stepOf(right)), own };
}

/** What a place is moved by, or where it is. */
function stepOf(value: Value) {
  if (value.type === 'axis') return plus(value.to, value.from, -1);
  if (value.type === 'scene' || value.type === 'relation') return value.vector;
  throw new TypeError(`a ${value.type} is no step`);
}

function ownOf(value: Value): ReadonlySet<number> {
  return value.type === 'scene' || value.type === 'axis' ? value.own : new Set();
}
