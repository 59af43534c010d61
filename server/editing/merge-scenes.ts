import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { LinkKind, Origin } from '../../graph-schema/link-kinds.ts';
import type { Edited, MergePreview } from '../../graph-schema/views/edit-view.ts';
import { commitChange, nextChangeNumber } from '../changes/commit-change.ts';
import { type LinkRef, type NodeRef, type Step, sceneRef } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { readLinksOf } from './editing.cypher.ts';
import { holdPersonLink } from './link-steps.ts';
import { readSceneToEdit, type SceneToEdit } from './own-scene.ts';
import { readText } from './text-steps.ts';
import { onlyVault, rewriteSteps } from './write-scene.ts';

const LinkRow = z.object({
  inner: z.string(),
  other: z.string(),
  otherRoot: z.string(),
  label: z.enum(['Scene', 'Concept']),
  isOut: z.boolean(),
  kind: LinkKind,
  origin: Origin,
  reason: z.string().nullable(),
  evidencePassages: z.array(z.string()),
  evidenceStarts: z.array(z.int()),
  evidenceEnds: z.array(z.int()),
});
type LinkRow = z.infer<typeof LinkRow>;

export interface MergeInput {
  /** the scene that goes into the other */
  from: string;
  /** the scene that stays */
  to: string;
}

interface MergePlan {
  from: SceneToEdit;
  to: SceneToEdit;
  moved: LinkRow[];
  closed: LinkRow[];
  names: string[];
  joinsText: boolean;
}

/** What merging would do. @throws AppError not_found, bad_input for a part of a note, one that was merged before, or one and the same */
export async function previewMerge(graph: Graph, input: MergeInput): Promise<MergePreview> {
  return graph.read(async (tx) => {
    const { from, to, moved, closed, names, joinsText } = await planMerge(tx, input);
    return {
      from: { id: from.id, title: from.title },
      to: { id: to.id, title: to.title },
      links: moved.length,
      closed: closed.length,
      names,
      joinsText,
    };
  });
}

/**
 * From now on two scenes are one: what leads to or from the one leads to or from the other, which also goes by its names. Notes are not changed: their own
 * links are closed, so that an undo opens them again and a later reading does not bring them back. Errors as `previewMerge`.
 */
export async function mergeScenes(graph: Graph, input: MergeInput): Promise<Edited> {
  return graph.write(async (tx) => {
    const until = await nextChangeNumber(tx);
    const plan = await planMerge(tx, input);
    const { from, to, moved, closed, names, joinsText } = plan;
    const steps: Step[] = [
      ...[...moved, ...closed].map((row): Step => ({
        type: 'set_link',
        link: refOf(row),
        after: { until },
      })),
      // first what the joined text itself says: it goes with its words
      ...(joinsText ? await joinedText(tx, plan) : []),
      ...moved.map((row) => movedLink(row, to.id)),
      { type: 'set', node: sceneRef(to.id), after: { alsoCalled: [...to.alsoCalled, ...names] } },
      { type: 'set', node: sceneRef(from.id), after: { mergedInto: to.id } },
    ];
    const values = { act: 'merge', title: to.title, from: from.title, to: to.title };
    return { number: await commitChange(tx, { kind: 'edit', values, steps }) };
  });
}

async function planMerge(tx: Tx, input: MergeInput): Promise<MergePlan> {
  if (input.from === input.to) throw new AppError('bad_input', { values: { field: 'to' } });
  const [from, to] = [await readSceneToEdit(tx, input.from), await readSceneToEdit(tx, input.to)];
  for (const scene of [from, to])
    if (scene.rootId !== scene.id || scene.mergedInto !== null)
      throw new AppError('bad_input', { values: { field: 'id', title: scene.title } });
  const links = z.array(LinkRow).parse(await tx.run(readLinksOf, { id: from.id }));
  const there = z.array(LinkRow).parse(await tx.run(readLinksOf, { id: to.id }));
  const seen = new Set(there.filter(({ inner }) => inner === to.id).map(keyOf));
  const moved: LinkRow[] = [];
  const closed: LinkRow[] = [];
  for (const row of links) {
    const isThere = row.otherRoot === to.id || seen.has(keyOf(row));
    (isThere ? closed : moved).push(row);
    seen.add(keyOf(row));
  }
  const called = new Set([to.title, ...to.aliases, ...to.alsoCalled]);
  const names = [...new Set([from.title, ...from.aliases, ...from.alsoCalled])].filter(
    (name) => !called.has(name),
  );
  const joinsText = from.isOwn && to.isOwn && from.body.trim() !== '';
  return { from, to, moved, closed, names, joinsText };
}

function keyOf({ isOut, kind, other }: LinkRow): string {
  return `${isOut} ${kind} ${other}`;
}

function refOf({ inner, other, label, isOut, kind, origin }: LinkRow): LinkRef {
  const own = sceneRef(inner);
  const far: NodeRef = { label, id: other };
  return isOut ? { kind, origin, from: own, to: far } : { kind, origin, from: far, to: own };
}

function movedLink({ other, label, isOut, kind, reason, ...quotes }: LinkRow, toId: string): Step {
  const own = sceneRef(toId);
  const far: NodeRef = { label, id: other };
  const { evidencePassages, evidenceStarts, evidenceEnds } = quotes;
  return holdPersonLink({
    ...(isOut ? { from: own, to: far } : { from: far, to: own }),
    kind,
    quotes: { evidencePassages, evidenceStarts, evidenceEnds },
    reason: reason ?? undefined,
  });
}

async function joinedText(tx: Tx, { from, to }: MergePlan): Promise<Step[]> {
  const body = [to.body.trimEnd(), from.body.trim()].filter((part) => part !== '').join('\n\n');
  const vaultId = to.vaultId ?? (await onlyVault(tx));
  const text = await readText(tx, { id: to.id, title: to.title, body, vaultId });
  return rewriteSteps(tx, to, { title: to.title, body, text });
}
