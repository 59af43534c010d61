import { expect, test } from 'vitest';
import { findSubregions, type WholeRegion } from './subregions.ts';
import { termsOf } from './terms.ts';

const themes = ['сад', 'рынок', 'поезд'];
const texts: Record<string, string> = {
  сад: 'грядки и рассада в теплице',
  рынок: 'цены и торговля на прилавке',
  поезд: 'рельсы и вокзал, билеты на перрон',
};
const notes = themes.flatMap((theme) =>
  Array.from({ length: 20 }, (_, at) => ({ theme, id: `${theme} ${at}` })),
);
const members = notes.map(({ id, theme }) => ({ id, title: `${theme}: запись`, folders: [], centrality: 1 }));
const terms = termsOf(notes.map(({ id, theme }) => ({ id, title: theme, text: texts[theme] ?? '' })));
const within = notes.flatMap(({ id, theme }, at) =>
  [1, 2, 5].flatMap((step) => {
    const other = notes[at + step];
    return other?.theme === theme ? [{ a: id, b: other.id, weight: 1 }] : [];
  }),
);
const across = [
  { a: 'сад 0', b: 'рынок 0', weight: 1 },
  { a: 'рынок 3', b: 'поезд 3', weight: 1 },
];
const find = (region: Partial<WholeRegion>) =>
  findSubregions([{ name: 'Всё', members, ties: [...within, ...across], earlier: [], ...region }], {
    naming: { terms, vaultOf: () => null },
    seed: 'test',
  })[0] ?? [];

test('a region falls into its parts, each named by what its notes share', () => {
  const parts = find({});
  expect(parts.map((part) => new Set(part.members.map((id) => id.split(' ')[0])))).toEqual(
    parts.map(({ members: [first = ''] }) => new Set([first.split(' ')[0]])),
  );
  expect(parts.reduce((sum, part) => sum + part.members.length, 0)).toBe(60);
  expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
  expect(find({})).toEqual(parts);
});

test('a part keeps its id and name while its members mostly stay', () => {
  const earlier = find({}).map((part, at) =>
    at === 0 ? { ...part, name: 'Названа прежде', members: part.members.slice(1) } : part,
  );
  const kept = find({ earlier });
  expect(kept.map(({ id }) => id)).toEqual(earlier.map(({ id }) => id));
  expect(kept[0]?.name).toBe('Названа прежде');
});

test('a small region has no parts, nor has one that is of one piece', () => {
  expect(find({ members: members.slice(0, 20) })).toEqual([]);
  const whole = notes.flatMap(({ id }, at) =>
    notes.slice(at + 1).map((other) => ({ a: id, b: other.id, weight: 1 })),
  );
  expect(find({ ties: whole })).toEqual([]);
});
