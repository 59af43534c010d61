import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { SceneId } from '../../graph-schema/ids.ts';
import { SceneKind, SceneState } from '../../graph-schema/nodes.ts';
import type { EditView } from '../../graph-schema/views/edit-view.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { digest } from '../vault/ids.ts';
import { readMergeChange, readScene } from './editing.cypher.ts';

const Named = z.object({ id: SceneId, title: z.string() });
const Row = z.object({
  scene: z.object({
    id: SceneId,
    rootId: SceneId,
    title: z.string(),
    body: z.string().nullish(),
    kind: SceneKind,
    state: SceneState,
    vaultId: z.string().nullish(),
    sourceId: z.string().nullish(),
    pinned: z.boolean().nullish(),
    x: z.number().nullish(),
    y: z.number().nullish(),
    formula: z.string().nullish(),
    start: z.int().nullish(),
    end: z.int().nullish(),
    heldBy: z.array(z.string()),
    aliases: z.array(z.string()),
    alsoCalled: z.array(z.string()),
  }),
  text: z.string().nullable(),
  mergedInto: Named.nullable(),
  merged: z.array(Named),
});

/** A scene with what an edit of it has to know. */
export interface SceneToEdit extends Omit<z.infer<typeof Row>['scene'], 'body' | 'vaultId'> {
  body: string;
  vaultId: string | null;
  isOwn: boolean;
  mergedInto: z.infer<typeof Named> | null;
  merged: z.infer<typeof Named>[];
  version: string;
}

/** @throws AppError not_found */
export async function readSceneToEdit(tx: Tx, id: string): Promise<SceneToEdit> {
  const [row] = await tx.run(readScene, { id });
  if (row === undefined) throw new AppError('not_found', { values: { id } });
  const { scene, text, mergedInto, merged } = Row.parse(row);
  const body = text === null ? (scene.body ?? '') : text.slice(scene.start ?? 0, scene.end ?? text.length);
  const isHeldHere = scene.heldBy.some((holder) => holder === 'person' || holder.startsWith('proposal:'));
  return {
    ...scene,
    body,
    vaultId: scene.vaultId ?? null,
    isOwn: text === null && scene.formula == null && scene.state === 'present' && isHeldHere,
    mergedInto,
    merged,
    version: digest(JSON.stringify([scene.title, body])).slice(0, 20),
  };
}

/**
 * A scene whose words may be changed here, as it was when the person began.
 * @throws AppError not_found; not_own (a note's words are its file's); edited_meanwhile (another window changed it)
 */
export async function readOwnScene(
  tx: Tx,
  { id, version }: { id: string; version: string },
): Promise<SceneToEdit> {
  const scene = await readSceneToEdit(tx, id);
  const { title } = scene;
  if (!scene.isOwn) throw new AppError('not_own', { values: { title } });
  if (scene.version !== version) throw new AppError('edited_meanwhile', { values: { title } });
  return scene;
}

/** What a person may do with a scene. @throws AppError not_found */
export async function viewForEdit(graph: Graph, id: string): Promise<EditView> {
  return graph.read(async (tx) => {
    const { pinned, mergedInto, ...scene } = await readSceneToEdit(tx, id);
    const [row] = mergedInto === null ? [] : await tx.run(readMergeChange, { touched: `${id}.mergedInto` });
    const mergedBy = z
      .int()
      .nullable()
      .parse(row?.['number'] ?? null);
    return { ...scene, isPinned: pinned === true, mergedInto, mergedBy };
  });
}
