import { checkFormula } from './check-formula.ts';
import { parseFormula } from './parse-formula.ts';
import { type FormulaProblem, placeFindings } from './problem.ts';
import type { Token } from './tokens.ts';
import type { Tree } from './tree.ts';
import type { ValueType } from './value-type.ts';

export interface ReadFormula {
  tree: Tree;
  /** null where the formula is broken */
  type: ValueType | null;
  tokens: Token[];
  /** empty: the formula can be worked out */
  problems: FormulaProblem[];
}

/** Reads any text as a formula, for an editor at each key and before it is worked out: grammar and types, nothing is looked up. */
export function readFormula(text: string): ReadFormula {
  const { tree, tokens, findings } = parseFormula(text);
  const checked = checkFormula(tree);
  return {
    tree,
    type: checked.type,
    tokens,
    problems: placeFindings(text, [...findings, ...checked.findings]),
  };
}
