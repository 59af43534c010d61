import { expect, test } from 'vitest';
import { changedBetween } from './changed-between.ts';
import { fieldOf } from './testing/field-of.ts';
import { chooseScenes } from './view-selection.ts';

const field = fieldOf('a-b b-c c-d d-e a-m e-f', {
  regions: { a: 'Old', b: 'Old', c: 'Old', d: 'New', e: 'New', f: 'Late' },
  days: {
    a: '2026-01-05',
    b: '2026-02-01',
    c: '2026-10-31',
    d: '2026-11-01',
    e: '2026-11-30',
    f: '2026-12-05',
  },
});
const november = { since: '2026-11-01', until: '2026-11-30' };
const all = () => true;

test('a period counts what is dated in it, first and last day included, and what its regions had before', () => {
  expect(changedBetween(field, november, all)).toMatchObject({
    first: '2026-01-05',
    last: '2026-12-05',
    scenes: 2,
    ofScenes: 5,
    // c-d and d-e: neither could be drawn before
    links: 2,
    regions: [{ id: 'New', fresh: 2, of: 2, born: true }],
    joined: [{ from: 'New', to: 'Old', links: 1 }],
  });
  expect(changedBetween(field, november, all).main.map(({ id, day }) => `${id} ${day}`)).toEqual([
    'd 2026-11-01',
    'e 2026-11-30',
  ]);
});

test('an old region that grows is not born, and an open end is open', () => {
  const since = changedBetween(field, { since: '2026-10-01' }, all);
  expect(since.regions.map(({ id, fresh, of, born }) => [id, fresh, of, born])).toEqual([
    ['New', 2, 2, true],
    ['Old', 1, 3, false],
    ['Late', 1, 1, true],
  ]);
  expect(changedBetween(field, {}, all).scenes).toBe(6);
  expect(changedBetween(fieldOf('a-b'), november, all)).toMatchObject({ first: null, scenes: 0, main: [] });
});

test('a view of a period holds what is dated in it, and what is called for from there', () => {
  const shown = (period: object) => chooseScenes(field, { zoom: 'all', ...period }).map(({ id }) => id);
  expect(shown(november)).toEqual(['d', 'e']);
  expect(shown({ until: '2026-01-31' })).toEqual(['a', 'm']);
});

test('a region that links of the period made one of is said to have grown together, and from what', () => {
  const days = {
    ...Object.fromEntries('abcxyz'.split('').map((id) => [id, '2026-01-05'])),
    n: '2026-11-10',
  };
  const regions = Object.fromEntries('abcxyzn'.split('').map((id) => [id, 'One']));
  const piecesOf = (links: string) =>
    changedBetween(fieldOf(links, { regions, days }), november, all).regions[0]?.pieces.map(
      ({ id, notes }) => `${id} ${notes}`,
    );
  expect(piecesOf('a-b a-c x-y x-z n-a n-x')).toEqual(['a 3', 'x 3']);
  expect(piecesOf('a-b a-c x-y x-z n-a')).toEqual([]);
  expect(piecesOf('a-b a-c c-x x-y x-z n-a')).toEqual([]);
});
