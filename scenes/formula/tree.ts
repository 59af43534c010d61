import type { Span } from './problem.ts';

export type Operator = '+' | '-' | '*';

/** A formula as it is written. `broken` stands where something is missing or too much, which was told; `parts`: what could be read there. */
export type Tree = Span &
  (
    | { type: 'scene'; name: string }
    | { type: 'text'; name: string }
    | { type: 'concept'; name: string }
    | { type: 'number'; value: number }
    /** a bare word: a kind of link */
    | { type: 'name'; name: string }
    /** `nameEnd`: where the function's name ends */
    | { type: 'call'; name: string; nameEnd: number; args: Tree[] }
    | { type: 'negative'; of: Tree }
    | { type: 'operation'; operator: Operator; left: Tree; right: Tree }
    | { type: 'broken'; parts: Tree[] }
  );
