import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { SceneId } from '../../graph-schema/ids.ts';
import type { KeptFormula } from '../../graph-schema/views/formula-view.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { LinkRef, NodeRef, Properties, Step } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { deriveId } from '../vault/ids.ts';
import { type FormulaDeps, modelOf, namesOf, workOut } from './evaluate.ts';
import { listFormulas as list, readLabels, readNamedLinks, readPositions } from './formula.cypher.ts';
import type { Found, Worked } from './formula-protocol.ts';
import { digestOf } from './made-of.ts';

export interface KeepInput {
  /** of a formula that is there already; else a new one is made */
  id?: string | undefined;
  title: string;
  text: string;
}

const Row = z.object({
  id: SceneId,
  title: z.string(),
  text: z.string(),
  names: z.array(z.string()),
  digest: z.string().nullable(),
  isOwn: z.boolean(),
});
const Position = z.array(z.object({ x: z.number(), y: z.number() }));
const Labelled = z.array(z.object({ id: z.string(), label: z.enum(['Scene', 'Concept']) }));
/** It lies on the map among so many of its nearest. */
const nearest = 3;

/** All formulas of the field, by title; `isStale`: what it names, or the model, is not what its place was made from. */
export async function listFormulas({ graph, models }: FormulaDeps): Promise<KeptFormula[]> {
  const model = modelOf(models);
  return graph.read(async (tx) => {
    const kept: KeptFormula[] = [];
    for (const { digest, names, isOwn, ...formula } of await readKept(tx, null)) {
      const isStale = digest === null || digest !== (await digestOf(tx, { names, model }));
      kept.push({ ...formula, isOwn, isStale });
    }
    return kept;
  });
}

/**
 * Keeps a formula as a scene: its text is the body, its value the place on the map, what it names its links. Kept again it is worked out anew.
 * A change of the log, so that it can be undone. @throws AppError not_found; bad_input with `problems` where it cannot be worked out
 */
export async function keepFormula(
  deps: FormulaDeps,
  input: KeepInput,
): Promise<{ id: SceneId; number: number }> {
  const { title, text } = input;
  const id = SceneId.parse(input.id ?? deriveId('scene', 'formula', title, text, new Date().toISOString()));
  const out = await workOut(deps, { text, vaultId: null, above: new Set([id]) });
  if ('problems' in out) {
    const problems = out.problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
    throw new AppError('bad_input', { values: { field: 'text', problems } });
  }
  const names = namesOf(out.found);
  return deps.graph.write(async (tx) => {
    const [known] = input.id === undefined ? [] : await readKept(tx, id);
    if (input.id !== undefined && !known) throw new AppError('not_found', { values: { id } });
    const props: Properties = {
      title,
      body: text,
      formula: text,
      formulaNames: names,
      formulaDigest: await digestOf(tx, { names, model: modelOf(deps.models) }),
      ...(await placeOf(tx, out.worked)),
    };
    const node: NodeRef = { label: 'Scene', id };
    const steps = known ? [{ type: 'set' as const, node, after: props }] : [holdScene(node, props)];
    const links = await linkSteps(tx, node, namedDirectly(out.found));
    return {
      id,
      number: await commitChange(tx, { kind: 'edit', values: { title }, steps: [...steps, ...links] }),
    };
  });
}

/** Lets go of a formula that a person kept. @throws AppError not_found */
export async function removeFormula(graph: Graph, id: string): Promise<{ number: number }> {
  return graph.write(async (tx) => {
    const [known] = await readKept(tx, id);
    if (known?.isOwn !== true) throw new AppError('not_found', { values: { id } });
    const step: Step = { type: 'release_node', node: { label: 'Scene', id }, holder: 'person' };
    return {
      number: await commitChange(tx, { kind: 'edit', values: { title: known.title }, steps: [step] }),
    };
  });
}

function holdScene(node: NodeRef, props: Properties): Step {
  const own = { kind: 'written', state: 'present', origin: 'person', aliases: [], rootId: node.id };
  return { type: 'hold_node', node, props: { ...own, ...props }, holder: 'person' };
}

async function readKept(tx: Tx, id: string | null): Promise<z.infer<typeof Row>[]> {
  return z.array(Row).parse(await tx.run(list, { id }));
}

/** Pinned: a layout would draw it to what it is linked with, and its value is where it is. */
async function placeOf(tx: Tx, { explanation, ids }: Worked): Promise<Properties> {
  const near = explanation.near.slice(0, nearest).map(({ row }) => ids.get(row) ?? '');
  const places = Position.parse(await tx.run(readPositions, { ids: near }));
  if (places.length === 0) return {};
  const middle = (of: 'x' | 'y') => places.reduce((sum, place) => sum + place[of], 0) / places.length;
  return { x: middle('x'), y: middle('y'), pinned: true };
}

/** Without what the formulas that it names name in their turn. */
function namedDirectly(found: ReadonlyMap<string, Found>): string[] {
  return [...found.values()].flatMap((each) => {
    if (each.type === 'missing') return [];
    return each.type === 'placed' ? each.names.slice(0, 1) : each.names;
  });
}

/** A link to each thing that it names now, and none to what it named before. */
async function linkSteps(tx: Tx, from: NodeRef, names: readonly string[]): Promise<Step[]> {
  const before = Labelled.parse(await tx.run(readNamedLinks, { id: from.id }));
  const now = Labelled.parse(await tx.run(readLabels, { ids: names.filter((id) => id !== from.id) }));
  const ref = (to: NodeRef): LinkRef => ({
    kind: to.label === 'Concept' ? 'mentions' : 'links_to',
    origin: 'person',
    from,
    to,
  });
  const isIn = (some: readonly NodeRef[], { id }: NodeRef) => some.some((each) => each.id === id);
  return [
    ...before
      .filter((to) => !isIn(now, to))
      .map((to): Step => ({ type: 'release_link', link: ref(to), holder: 'person' })),
    ...now
      .filter((to) => !isIn(before, to))
      .map((to): Step => ({
        type: 'hold_link',
        link: ref(to),
        props: linkProps(from, to),
        holder: 'person',
      })),
  ];
}

function linkProps(from: NodeRef, to: NodeRef): Properties {
  const id = deriveId('link', 'formula', from.id, to.id);
  return { id, evidencePassages: [], evidenceStarts: [], evidenceEnds: [] };
}
