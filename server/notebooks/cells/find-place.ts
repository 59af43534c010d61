import { isAppError } from '../../../graph-schema/app-error.ts';
import type { CellProblem } from '../../../graph-schema/views/cells/cell-problem.ts';
import type { FieldGraph } from '../../field/field-graph.ts';
import type { CellDoor } from './cell-kind.ts';

type Found = { id: string } | { problem: CellProblem };
const mostNamed = 8;

/** A region by its name, in any case, or its id. */
export function findRegion(field: FieldGraph, name: string): Found {
  const wanted = name.trim().toLowerCase();
  const region = field.regions.find((each) => each.id === name || each.name.toLowerCase() === wanted);
  if (region) return { id: region.id };
  const names = field.regions.slice(0, mostNamed).map((each) => each.name);
  return { problem: { code: 'region_missing', values: { name, names: names.join(', ') } } };
}

/** A scene by id, `[[Title]]` or title. */
export async function findScene(door: CellDoor, field: FieldGraph, written: string): Promise<Found> {
  const name = written.trim().replace(/^\[\[(.*)\]\]$/u, '$1');
  if (field.sceneById.has(name)) return { id: name };
  try {
    return { id: await door.sceneByTitle(name) };
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found')
      return { problem: { code: 'scene_missing', values: { name } } };
    throw error;
  }
}
