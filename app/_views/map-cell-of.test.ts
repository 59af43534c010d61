import { expect, test } from 'vitest';
import { mapCellOf } from './map-cell-of.ts';

const names = {
  region: (id: string) => (id === 'r_1' ? 'Сад' : undefined),
  vault: (id: string) => (id === 'v_1' ? 'Заметки' : undefined),
};

test('a view becomes the cell that shows the same part of the field', () => {
  expect(mapCellOf('region=r_1&vault=v_1&since=2026-01-01&colour=kind&at=1,2,3', names)).toEqual({
    kind: 'map',
    around: '',
    depth: 1,
    region: 'Сад',
    vault: 'Заметки',
    from: '',
    since: '2026-01-01',
    until: '',
    colour: 'kind',
  });
  expect(mapCellOf('around=s_1&region=r_1&depth=9&colour=smell', names)).toMatchObject({
    around: 's_1',
    region: '',
    depth: 3,
    colour: 'region',
  });
});
