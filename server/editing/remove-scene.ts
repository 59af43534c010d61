import type { Edited } from '../../graph-schema/views/edit-view.ts';
import { AppError } from '../../graph-schema/app-error.ts';
import { z } from 'zod';
import { commitChange } from '../changes/commit-change.ts';
import { type Step, sceneRef } from '../changes/steps.ts';
import type { Graph } from '../graph/graph.ts';
import { readPassages } from './editing.cypher.ts';
import { readSceneToEdit } from './own-scene.ts';

const PassageRow = z.object({ id: z.string(), heldBy: z.array(z.string()) });

/** Lets go of a scene that a person wrote, with its words and links. @throws AppError not_found, not_own */
export async function removeScene(graph: Graph, id: string): Promise<Edited> {
  return graph.write(async (tx) => {
    const { title, isOwn, heldBy } = await readSceneToEdit(tx, id);
    if (!isOwn || heldBy.some((holder) => holder !== 'person'))
      throw new AppError('not_own', { values: { title } });
    const passages = z.array(PassageRow).parse(await tx.run(readPassages, { id }));
    const steps: Step[] = [
      ...passages.flatMap(({ id: passage, heldBy: holders }) =>
        holders.map((holder): Step => ({
          type: 'release_node',
          node: { label: 'Passage', id: passage },
          holder,
        })),
      ),
      { type: 'release_node', node: sceneRef(id), holder: 'person' },
    ];
    return { number: await commitChange(tx, { kind: 'edit', values: { act: 'remove', title }, steps }) };
  });
}
