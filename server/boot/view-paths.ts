import type { PathView } from '../../graph-schema/views/path-view.ts';
import type { Field } from '../field/create-field.ts';
import type { FoundPath } from '../field/find-paths.ts';
import type { Graph } from '../graph/graph.ts';
import { readLinksOf } from '../vault/read-scene-links.ts';

/** Paths as the field finds them, each step with the links that say it. */
export async function viewPaths(
  { graph, field }: { graph: Graph; field: Field },
  input: { ids: string[]; through?: string | undefined },
): Promise<PathView[]> {
  const [found, { sceneById }] = [await field.paths(input), await field.load()];
  return graph.read(async (tx) => {
    const withLinks = async ({ kind, ids }: FoundPath): Promise<PathView> => {
      const steps: PathView['steps'] = [];
      for (const [at, from] of ids.slice(0, -1).entries())
        steps.push({ links: await readLinksOf(tx, from, ids[at + 1] ?? '') });
      const scenes = ids.flatMap((id) => {
        const scene = sceneById.get(id);
        return scene === undefined ? [] : [{ id: scene.id, title: scene.title, state: scene.state }];
      });
      return { kind, scenes, steps };
    };
    const paths: PathView[] = [];
    for (const path of found) paths.push(await withLinks(path));
    return paths;
  });
}
