import {
  fewestArguments,
  findFunction,
  type FormulaFunction,
  formulaFunctions,
  mostArguments,
  type Parameter,
} from './functions.ts';
import { nearestName } from './nearest-name.ts';
import { type Finding, finding } from './problem.ts';
import { findTransitionKind, transitionKinds } from './transition-kinds.ts';
import type { Operator, Tree } from './tree.ts';
import type { ValueType } from './value-type.ts';

/** A part's type; null where it is broken, which was told and is not told again by what it stands in. */
type Known = ValueType | null;

/** The formula's type and every fault of its types. Nothing is looked up. */
export function checkFormula(tree: Tree): { type: Known; findings: Finding[] } {
  const findings: Finding[] = [];
  const type = typeOf(tree, findings);
  return { type, findings };
}

function typeOf(tree: Tree, findings: Finding[]): Known {
  switch (tree.type) {
    case 'scene':
    case 'text':
    case 'concept':
      return 'scene';
    case 'number':
      return 'number';
    case 'broken':
      for (const part of tree.parts) typeOf(part, findings);
      return null;
    case 'name':
      findings.push(strayName(tree));
      return null;
    case 'negative': {
      const of = typeOf(tree.of, findings);
      if (of === null || scalable.has(of)) return of;
      findings.push(finding(tree, 'cannot_combine', { operator: 'minus', left: '', right: of }));
      return null;
    }
    case 'operation': {
      const [left, right] = [typeOf(tree.left, findings), typeOf(tree.right, findings)];
      if (left === null || right === null) return null;
      const result = combine(tree.operator, left, right);
      if (result === null)
        findings.push(
          finding(tree, 'cannot_combine', { operator: operatorWords[tree.operator], left, right }),
        );
      return result;
    }
    case 'call':
      return callType(tree, findings);
  }
}

const operatorWords: Readonly<Record<Operator, string>> = { '+': 'plus', '-': 'minus', '*': 'times' };
const scalable: ReadonlySet<ValueType> = new Set(['scene', 'axis', 'relation', 'number']);

/** A place may be added to a place and moved along an axis or a relation; anything but a list can be weighted. */
function combine(operator: Operator, left: ValueType, right: ValueType): Known {
  if (operator === '*') {
    if (left === 'number' && scalable.has(right)) return right;
    return right === 'number' && scalable.has(left) ? left : null;
  }
  if (left === 'number' && right === 'number') return 'number';
  const isMove = right === 'scene' || right === 'axis' || right === 'relation';
  if (left === 'scene' && isMove) return 'scene';
  return operator === '+' && right === 'scene' && (left === 'axis' || left === 'relation') ? 'scene' : null;
}

function strayName({ start, end, name }: Extract<Tree, { type: 'name' }>): Finding {
  const known = findFunction(name);
  if (known || findTransitionKind(name)) return finding({ start, end }, 'brackets_missing', { name });
  return finding({ start, end }, 'unknown_name', { name, nearest: nearestName(name, allNames) });
}

const allNames = formulaFunctions.flatMap(({ names }) => [names.en, names.ru]);

function callType(tree: Extract<Tree, { type: 'call' }>, findings: Finding[]): Known {
  const called = findFunction(tree.name);
  const place = { start: tree.start, end: tree.nameEnd };
  if (!called) {
    for (const arg of tree.args) if (arg.type !== 'name') typeOf(arg, findings);
    const values = { name: tree.name, nearest: nearestName(tree.name, allNames) };
    findings.push(finding(place, 'unknown_function', values));
    return null;
  }
  const [given, least, most] = [tree.args.length, fewestArguments(called), mostArguments(called)];
  const values = { function: called.id, given };
  if (given < least) findings.push(finding(place, 'too_few_arguments', { ...values, least }));
  for (const [at, arg] of tree.args.entries()) {
    const parameter = called.parameters[Math.min(at, called.parameters.length - 1)];
    if (at < most && parameter) checkArgument(arg, { called, parameter, at }, findings);
  }
  const extra = tree.args[most];
  if (extra) findings.push(finding(extra, 'too_many_arguments', { ...values, most }));
  return called.result;
}

function checkArgument(
  arg: Tree,
  { called, parameter, at }: { called: FormulaFunction; parameter: Parameter; at: number },
  findings: Finding[],
): void {
  const [wanted] = parameter.types;
  if (wanted === 'kind' && (arg.type === 'name' || arg.type === 'text')) {
    if (findTransitionKind(arg.name)) return;
    const values = { name: arg.name, nearest: nearestName(arg.name, transitionKinds) };
    findings.push(finding(arg, 'unknown_kind', values));
    return;
  }
  if (wanted === 'words' && arg.type === 'text') return;
  const type = typeOf(arg, findings);
  if (type === null) return;
  if (!parameter.types.includes(type)) {
    const values = { function: called.id, argument: at + 1, wanted: wanted ?? '', found: type };
    findings.push(finding(arg, 'wrong_type', values));
  } else if (arg.type === 'number' || arg.type === 'negative')
    checkNumber(arg, { called, parameter, at }, findings);
}

/** Only numbers as they are written are held against their bounds here; a computed one is brought into them when it is used. */
function checkNumber(
  arg: Tree,
  { called, parameter, at }: { called: FormulaFunction; parameter: Parameter; at: number },
  findings: Finding[],
): void {
  const { from = -Infinity, to = Infinity, isWhole = false } = parameter;
  const written = writtenNumber(arg);
  if (written === null || (written >= from && written <= to && (!isWhole || Number.isInteger(written))))
    return;
  const values = { function: called.id, argument: at + 1, from, to, whole: isWhole ? 'yes' : 'no' };
  findings.push(finding(arg, 'number_outside', values));
}

function writtenNumber(tree: Tree): number | null {
  if (tree.type === 'number') return tree.value;
  const under = tree.type === 'negative' ? writtenNumber(tree.of) : null;
  return under === null ? null : -under;
}
