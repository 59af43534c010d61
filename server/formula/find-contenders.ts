import { rowOf, type Space } from '../../scenes/formula/space.ts';
import { createVectorTable, type VectorTable } from '../search/knn/vector-table.ts';

/** The rows as bytes, by the names that `nameOf` gives them: the nearest are found in a fraction of the time, and none is missed. */
export function tableOf(space: Space, nameOf: (row: number) => string): VectorTable {
  const table = createVectorTable(space.dimensions);
  for (let row = 0; row < space.count; row++)
    table.put({ id: nameOf(row), vaultId: '', vector: Float32Array.from(rowOf(space, row)) });
  return table;
}

/** The space with a quicker way to its nearest rows. */
export function withContenders(
  space: Space,
  table: VectorTable,
  rowOfName: (name: string) => number | undefined,
): Space {
  return {
    ...space,
    contenders: (vector, k) =>
      table
        .contenders({ vector: Float32Array.from(vector), k, vaultId: null })
        .flatMap((name) => rowOfName(name) ?? []),
  };
}
