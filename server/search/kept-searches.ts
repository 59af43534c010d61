import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { KeptSearch } from '../../graph-schema/views/kept-search.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Step } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { listKept } from './kept-searches.cypher.ts';

interface Deps {
  graph: Graph;
}

/** A kept search's change, to be named by an undo; null where nothing differed. */
export interface Kept {
  number: number | null;
}

/** By name. */
export function listSearches({ graph }: Deps): Promise<KeptSearch[]> {
  return graph.read(readAll);
}

/** Keeps a question under a name; a name that is there already gets the new question. */
export function keepSearch({ graph }: Deps, { name, text }: { name: string; text: string }): Promise<Kept> {
  return change(graph, (known) => {
    const same = known.find((one) => isSame(one.name, name));
    if (same) return { name, steps: same.text === text ? [] : [set(same.id, { text })] };
    const node = { label: 'View' as const, id: randomUUID() };
    return {
      name,
      steps: [{ type: 'hold_node', node, props: { kind: 'search', name, text }, holder: 'person' }],
    };
  });
}

/** @throws AppError not_found; bad_input where another search has the name */
export function renameSearch({ graph }: Deps, { id, name }: { id: string; name: string }): Promise<Kept> {
  return change(graph, (known) => {
    const { name: before } = find(known, id);
    if (known.some((one) => one.id !== id && isSame(one.name, name)))
      throw new AppError('bad_input', { values: { field: 'name', name } });
    return { name, steps: before === name ? [] : [set(id, { name })] };
  });
}

/** @throws AppError not_found */
export function removeSearch({ graph }: Deps, id: string): Promise<Kept> {
  return change(graph, (known) => ({
    name: find(known, id).name,
    steps: [{ type: 'release_node', node: { label: 'View', id }, holder: 'person' }],
  }));
}

function change(
  graph: Graph,
  decide: (known: readonly KeptSearch[]) => { name: string; steps: Step[] },
): Promise<Kept> {
  return graph.write(async (tx) => {
    const { name, steps } = decide(await readAll(tx));
    if (steps.length === 0) return { number: null };
    return { number: await commitChange(tx, { kind: 'edit', values: { title: name }, steps }) };
  });
}

async function readAll(tx: Tx): Promise<KeptSearch[]> {
  return z.array(KeptSearch).parse(await tx.run(listKept));
}

function find(known: readonly KeptSearch[], id: string): KeptSearch {
  const found = known.find((one) => one.id === id);
  if (!found) throw new AppError('not_found', { values: { id } });
  return found;
}

function set(id: string, after: { name: string } | { text: string }): Step {
  return { type: 'set', node: { label: 'View', id }, after };
}

function isSame(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}
