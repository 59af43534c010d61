import { findFunction } from './functions.ts';
import type { Span } from './problem.ts';
import { findTransitionKind } from './transition-kinds.ts';
import type { Tree } from './tree.ts';

/** A thing of the field that a formula names, or words that it wants a place for. */
export interface Reference extends Span {
  type: 'scene' | 'text' | 'concept' | 'region' | 'relation';
  /** as written; of a relation its kind */
  name: string;
}

/** All that must be looked up before a formula that passed the check can be worked out, in the order written. */
export function referencesOf(tree: Tree): Reference[] {
  switch (tree.type) {
    case 'scene':
    case 'text':
    case 'concept':
      return [{ type: tree.type, name: tree.name, start: tree.start, end: tree.end }];
    case 'negative':
      return referencesOf(tree.of);
    case 'operation':
      return [...referencesOf(tree.left), ...referencesOf(tree.right)];
    case 'call': {
      const named = namedArgument(tree);
      return named ? [named] : tree.args.flatMap(referencesOf);
    }
    case 'number':
    case 'name':
    case 'broken':
      return [];
  }
}

export function referenceKey({ type, name }: Pick<Reference, 'type' | 'name'>): string {
  return `${type} ${name}`;
}

/** What `region("…")` and `relation(…)` name. */
function namedArgument(call: Extract<Tree, { type: 'call' }>): Reference | null {
  const [arg] = call.args;
  if (arg?.type !== 'name' && arg?.type !== 'text') return null;
  const { start, end, name } = arg;
  const { id } = findFunction(call.name) ?? {};
  if (id === 'region') return { type: 'region', name, start, end };
  const kind = id === 'relation' ? findTransitionKind(name) : undefined;
  return kind ? { type: 'relation', name: kind, start, end } : null;
}
