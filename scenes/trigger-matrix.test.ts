import { expect, test } from 'vitest';
import {
  compareMatrices,
  parseTriggerMatrix,
  type TriggerMatrix,
  triggerMatrixJsonSchema,
  writeTriggerMatrix,
} from './trigger-matrix.ts';

const matrix: TriggerMatrix = {
  insight_trigger_matrix: 1,
  written: '2026-11-29T00:00:00.000Z',
  zones: [
    {
      name: 'Алгебра: смысла',
      lit: false,
      links: 1,
      regions: 1,
      chance: { mean: 4, low: 2, high: 7 },
      missing: [],
      unreached: ['Темы'],
    },
    { name: 'yes', lit: true, links: 2, regions: 2, chance: null, missing: ['#1 - "кость"'], unreached: [] },
  ],
  gaps: [
    {
      regions: ['Импорт', 'Плагины'],
      signals: { links: 2, predicted: 9.1, chance: null, alike: 0.4, gap: 0.5 },
      evidence: [{ path: 'а/б.md', quote: 'строка\nвторая: — «x»' }],
      lights: ['А → Б'],
    },
  ],
  missing: [{ title: 'Тишина', calls: 2 }],
  alone: ['Zyxwv'],
};

test('what is written is read back the same', () => {
  const text = writeTriggerMatrix(matrix);
  expect(parseTriggerMatrix(text)).toEqual(matrix);
  const earlier = text.replaceAll(/ {4}unreached:[^\n]*\n( {6}- Темы\n)?/gu, '');
  expect(earlier).not.toContain('unreached');
  expect(parseTriggerMatrix(earlier).zones[0]?.unreached).toEqual([]);
});

test('what is no matrix is refused with the place of the fault', () => {
  for (const text of ['', 'a: [', 'insight_trigger_matrix: 1', '&a [*a, *a]'])
    expect(() => parseTriggerMatrix(text)).toThrow('bad_input');
});

test('the published JSON Schema is that of the shapes', async () => {
  await expect(triggerMatrixJsonSchema()).toMatchFileSnapshot('trigger-matrix-v1.schema.json');
});

test('progress: zones lit and gone dark, scenes written, regions joined, gaps closed', () => {
  const now = structuredClone(matrix);
  Object.assign(now.zones[0] ?? {}, { lit: true });
  Object.assign(now.zones[1] ?? {}, { lit: false });
  Object.assign(now.gaps[0]?.signals ?? {}, { links: 5, gap: 0 });
  now.missing = [];
  expect(compareMatrices(matrix, now)).toEqual({
    lit: { before: 1, now: 1 },
    newlyLit: ['Алгебра: смысла'],
    goneDark: ['yes'],
    written: ['Тишина'],
    joined: [{ regions: ['Импорт', 'Плагины'], before: 2, now: 5, closed: true }],
    settled: [],
    gaps: { before: 1, now: 0 },
  });
  Object.assign(now.gaps[0]?.signals ?? {}, { links: 2 });
  expect(compareMatrices(matrix, now)).toMatchObject({ joined: [], settled: [['Импорт', 'Плагины']] });
});
