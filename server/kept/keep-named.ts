import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { Kept, type KeptKind } from '../../graph-schema/views/kept.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Step } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { listKept } from './kept.cypher.ts';

interface Deps {
  graph: Graph;
}

/** The change that was made, to be named by an undo; null where nothing differed. */
export interface Keeping {
  number: number | null;
}

/** By name. */
export function listNamed({ graph }: Deps, kind: KeptKind): Promise<Kept[]> {
  return graph.read((tx) => readAll(tx, kind));
}

/** Keeps it under a name; a name of that kind that is there already gets the new text. */
export function keepNamed(
  { graph }: Deps,
  kind: KeptKind,
  { name, text }: { name: string; text: string },
): Promise<Keeping> {
  return change(graph, kind, (known) => {
    const same = known.find((one) => isSame(one.name, name));
    if (same) return { name, steps: same.text === text ? [] : [set(same.id, { text })] };
    const node = { label: 'View' as const, id: randomUUID() };
    return {
      name,
      steps: [{ type: 'hold_node', node, props: { kind, name, text }, holder: 'person' }],
    };
  });
}

/** @throws AppError not_found; bad_input where another of that kind has the name */
export function renameNamed(
  { graph }: Deps,
  kind: KeptKind,
  { id, name }: { id: string; name: string },
): Promise<Keeping> {
  return change(graph, kind, (known) => {
    const { name: before } = find(known, id);
    if (known.some((one) => one.id !== id && isSame(one.name, name)))
      throw new AppError('bad_input', { values: { field: 'name', name } });
    return { name, steps: before === name ? [] : [set(id, { name })] };
  });
}

/** @throws AppError not_found */
export function removeNamed({ graph }: Deps, kind: KeptKind, id: string): Promise<Keeping> {
  return change(graph, kind, (known) => ({
    name: find(known, id).name,
    steps: [{ type: 'release_node', node: { label: 'View', id }, holder: 'person' }],
  }));
}

function change(
  graph: Graph,
  kind: KeptKind,
  decide: (known: readonly Kept[]) => { name: string; steps: Step[] },
): Promise<Keeping> {
  return graph.write(async (tx) => {
    const { name, steps } = decide(await readAll(tx, kind));
    if (steps.length === 0) return { number: null };
    return { number: await commitChange(tx, { kind: 'edit', values: { title: name }, steps }) };
  });
}

async function readAll(tx: Tx, kind: KeptKind): Promise<Kept[]> {
  return z.array(Kept).parse(await tx.run(listKept, { kind }));
}

function find(known: readonly Kept[], id: string): Kept {
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
