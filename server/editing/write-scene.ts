import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SceneId } from '../../graph-schema/ids.ts';
import type { EditedScene, Spot } from '../../graph-schema/views/edit-view.ts';
import { commitChange } from '../changes/commit-change.ts';
import { type Step, sceneRef } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { deriveId } from '../vault/ids.ts';
import { firstWords } from '../vault/parse/plain-text.ts';
import { readVaultIds } from './editing.cypher.ts';
import { findNamed } from './find-named.ts';
import { readOwnScene, readSceneToEdit } from './own-scene.ts';
import { placeFor, regionSteps } from './place-scene.ts';
import { readText, textSteps } from './text-steps.ts';

export interface WriteInput {
  title: string;
  body: string;
  /** where the person pointed */
  spot?: Spot | undefined;
  /** where names in the text are looked for first, and what it calls for belongs */
  vaultId?: string | undefined;
}

/**
 * A new scene of a person's own, with its links. Where a scene of that title is called for and nobody wrote it, that one has its text now.
 * One change. @throws AppError bad_input for a title of no words
 */
export async function writeScene(graph: Graph, { spot, ...input }: WriteInput): Promise<EditedScene> {
  const { title, body } = cutTitle(input);
  const fresh = deriveId('scene', 'written', randomUUID());
  return graph.write(async (tx) => {
    const vaultId = input.vaultId ?? (await onlyVault(tx));
    const known = (await findNamed(tx, [title], vaultId)).get(title);
    const isFilled = known?.state === 'missing' && known.mergedInto === null;
    const id = isFilled ? known.id : fresh;
    const text = await readText(tx, { id, title, body, vaultId });
    const near = [...(isFilled ? [id] : []), ...text.links.map(({ to }) => to.id)];
    const place = await placeFor(tx, { id, spot, near });
    const node = sceneRef(id);
    const words = { title, kind: 'written', state: 'present', origin: 'person', body };
    const steps: Step[] = isFilled
      ? [
          { type: 'set', node, after: words, stands: true },
          { type: 'hold_node', node, props: {}, holder: 'person' },
        ]
      : [
          {
            type: 'hold_node',
            node,
            props: {
              ...words,
              aliases: [],
              rootId: id,
              at: new Date().toISOString(),
              x: place.x,
              y: place.y,
            },
            holder: 'person',
          },
          ...regionSteps(node, place),
        ];
    const number = await commitChange(tx, {
      kind: 'edit',
      values: { act: 'write', title },
      steps: [...steps, ...(await textSteps(tx, { id, text, vaultId, place }))],
    });
    return { id: SceneId.parse(id), number, called: text.called.map((one) => one.title) };
  });
}

export interface RewriteInput {
  id: string;
  version: string;
  title: string;
  body: string;
}

/** Another title or text for a scene of a person's own. @throws AppError not_found, not_own, edited_meanwhile */
export async function rewriteScene(graph: Graph, input: RewriteInput): Promise<EditedScene> {
  const { title, body } = cutTitle(input);
  return graph.write(async (tx) => {
    const before = await readOwnScene(tx, input);
    const { id, vaultId } = before;
    const isRenamed = title !== before.title;
    if (!isRenamed && body === before.body) return { id, number: null, called: [] };
    const text = await readText(tx, { id, title, body, vaultId: vaultId ?? (await onlyVault(tx)) });
    const steps = await rewriteSteps(tx, before, { title, body, text });
    const act = body === before.body ? 'rename' : 'rewrite';
    const values = { act, title, ...(isRenamed && { before: before.title }) };
    return {
      id,
      number: await commitChange(tx, { kind: 'edit', values, steps }),
      called: text.called.map((one) => one.title),
    };
  });
}

/** A draft that a person puts their hand to is theirs, too; what links to the old title finds the scene by it. */
export async function rewriteSteps(
  tx: Tx,
  before: Awaited<ReturnType<typeof readSceneToEdit>>,
  { title, body, text }: { title: string; body: string; text: Awaited<ReturnType<typeof readText>> },
): Promise<Step[]> {
  const { id, alsoCalled } = before;
  const node = sceneRef(id);
  const names = [...new Set([...alsoCalled, before.title])].filter((name) => name !== title);
  const place = await placeFor(tx, { id, spot: undefined, near: [id] });
  return [
    { type: 'set', node, after: { title, body, ...(title !== before.title && { alsoCalled: names }) } },
    { type: 'hold_node', node, props: {}, holder: 'person' },
    ...(await textSteps(tx, { id, text, vaultId: before.vaultId ?? (await onlyVault(tx)), place })),
  ];
}

/** A title's first words name the scene; what is longer stands whole at the head of its text. */
export function cutTitle({ title, body }: { title: string; body: string }): { title: string; body: string } {
  const whole = title.normalize('NFC').replace(/\s+/g, ' ').trim();
  const cut = firstWords(whole);
  return cut === whole ? { title: whole, body } : { title: cut, body: `${whole}\n\n${body}` };
}

/** The field's vault, where there is one: what a text calls for is called for there. */
export async function onlyVault(tx: Tx): Promise<string | null> {
  const ids = z.array(z.object({ id: z.string() })).parse(await tx.run(readVaultIds));
  return ids.length === 1 ? (ids[0]?.id ?? null) : null;
}
