import { GapInput } from '../../../graph-schema/views/cells/gap.ts';
import type { Table, TableValue } from '../../../graph-schema/views/cells/table.ts';
import type { Gap } from '../../../graph-schema/views/gap.ts';
import type { CellKind } from './cell-kind.ts';

/** Of all kinds in turn; those that are not wanted are left out after. */
const mostListed = 1000;

/** Where the field is not joined up, each with what would close it. */
export const gap: CellKind<'gap'> = {
  kind: 'gap',
  schema: GapInput,
  inputs: ['field'],
  words: null,
  uses: () => [],
  async run({ what, vault, limit }, { door }) {
    const vaultId = vault === '' ? undefined : await door.vaultByName(vault);
    const listed = await door.gaps.list({ vaultId, limit: what === 'any' ? limit : mostListed, wait: true });
    const gaps = listed.gaps.filter(({ kind }) => what === 'any' || kind === what).slice(0, limit);
    return { result: { kind: 'gap', gaps, basis: listed.basis }, table: tableOf(gaps) };
  },
};

function tableOf(gaps: readonly Gap[]): Table {
  return {
    columns: ['kind', 'title', 'scene', 'gap', 'days'],
    rows: gaps.map(({ kind, title, sceneId, gap: width, days }): TableValue[] => [
      kind,
      title,
      sceneId === undefined ? null : { sceneId, title },
      Math.round(width * 1e4) / 1e4,
      days ?? null,
    ]),
  };
}
