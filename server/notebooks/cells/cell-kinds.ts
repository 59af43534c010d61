import type { CellInput, CellResult } from '../../../graph-schema/views/notebook-view.ts';
import type { CellDoor, CellKind } from './cell-kind.ts';
import { formula } from './formula.ts';
import { map } from './map.ts';
import { prose } from './prose.ts';
import { search } from './search.ts';

const cellKinds: { [K in CellInput['kind']]: CellKind<K> } = { prose, search, map, formula };

export function runInput(input: CellInput, door: CellDoor): Promise<CellResult> {
  switch (input.kind) {
    case 'prose':
      return prose.run(input, door);
    case 'search':
      return search.run(input, door);
    case 'map':
      return map.run(input, door);
    case 'formula':
      return formula.run(input, door);
  }
}

export function dependsOnField(input: CellInput): boolean {
  return cellKinds[input.kind].inputs.includes('field');
}

/** What a cell was saved with, checked again: a file or an older program may have written it. */
export function readInput(json: string): CellInput {
  const value = JSON.parse(json) as CellInput;
  return cellKinds[value.kind].schema.parse(value);
}
