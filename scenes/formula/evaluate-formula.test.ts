import { expect, test } from 'vitest';
import { evaluateFormula } from './evaluate-formula.ts';
import { explain } from './explain.ts';
import { readFormula } from './read-formula.ts';
import { rowOf } from './space.ts';
import { smallEnvironment } from './testing/small-space.ts';
import { plus } from './vectors.ts';

const environment = smallEnvironment();

function work(text: string) {
  const { tree, problems } = readFormula(text);
  expect([text, problems]).toEqual([text, []]);
  const evaluated = evaluateFormula(tree, environment);
  if ('findings' in evaluated) throw new Error(JSON.stringify(evaluated.findings));
  return { value: evaluated.value, explanation: explain(evaluated.value, environment) };
}

const near = (text: string) => work(text).explanation.near.map(({ row }) => environment.nameOf(row));
const themes = (text: string) => new Set(near(text).map((name) => name[0]));
const number = (text: string) => {
  const { value } = work(text);
  return value.type === 'number' ? value.value : Number.NaN;
};

test('what lies near a scene is its own theme, never the scene itself; a theme is found by its words', () => {
  expect(near('near([[a3]], 5)')).toHaveLength(5);
  expect(themes('near([[a3]], 10)')).toEqual(new Set(['a']));
  expect(near('near([[a3]], 19)')).not.toContain('a3');
  expect(themes('"c"')).toEqual(new Set(['c']));
});

test('sums, mixtures and what is left without', () => {
  expect(themes('[[a1]] + [[b1]] - [[b2]]')).toEqual(new Set(['a']));
  expect(themes('mix([[a1]], [[b1]], 0.1)')).toEqual(new Set(['a']));
  expect(themes('mix([[a1]], [[b1]], 0.9)')).toEqual(new Set(['b']));
  expect(themes('without([[a1]] + [[b1]], "b")')).toEqual(new Set(['a']));
  expect(themes('mean(near("d", 5))')).toEqual(new Set(['d']));
  expect(themes('between([[a1]], [[a2]], 10)')).toEqual(new Set(['a']));
});

test('an axis has its ends at 0 and 1, and moving along it leads to the other theme', () => {
  expect(number('along("a", axis("a", "b"))')).toBeCloseTo(0, 5);
  expect(number('along("b", axis("a", "b"))')).toBeCloseTo(1, 5);
  expect(number('along(toward("a", axis("a", "b"), 0.25) , axis("a", "b")) * 2 + 1')).toBeGreaterThan(1.2);
  expect(themes('toward([[a1]], axis("a", "e"), 1)')).toEqual(new Set(['e']));
  const { explanation } = work('axis("a", "b")');
  const side = (rows: readonly { row: number }[]) =>
    new Set(rows.map(({ row }) => environment.nameOf(row)[0]));
  expect([side(explanation.opposite), side(explanation.near)]).toEqual([new Set(['a']), new Set(['b'])]);
  expect(explanation.verdict).toBe('means');
  const nowhere = ['a1', 'b7', 'c3', 'd9', 'e2', 'f5'].map((name) => `[[${name}]]`).join(' + ');
  expect(work(`axis("a", ${nowhere})`).explanation.verdict).toBe('as_chance');
});

test('a path goes from the one theme to the other, each scene once', () => {
  const walked = near('path([[a1]], [[f1]], 6)');
  expect([walked[0], walked.at(-1)]).toEqual(['a1', 'f1']);
  expect(new Set(walked).size).toBe(walked.length);
});

test('likeness is a percentile of the pairs of this field, with an interval', () => {
  expect(number('alike([[a1]], [[a2]])')).toBeGreaterThan(80);
  expect(number('alike([[a1]], [[a1]])')).toBe(100);
  const { interval } = work('alike([[a1]], [[d2]])').explanation;
  const value = number('alike([[a1]], [[d2]])');
  expect(interval?.low).toBeLessThanOrEqual(value);
  expect(interval?.high).toBeGreaterThanOrEqual(value);
});

test('a formula that means nothing says so, beside chance', () => {
  const { verdict, baseline, stability } = work('near([[a3]], 10)').explanation;
  expect(verdict).toBe('means');
  expect(baseline?.own).toBeGreaterThan(baseline?.high ?? 1);
  expect(stability?.own).toBeGreaterThan(stability?.chance ?? 1);
  expect(work('[[a1]] - [[a1]]').explanation.verdict).toBe('cancels_out');
  expect(work('axis("a", "a")').explanation.verdict).toBe('cancels_out');
  const mixture = ['a1', 'b7', 'c3', 'd9', 'e2', 'f5'].map((name) => `[[${name}]]`).join(' + ');
  expect(work(`near(${mixture}, 10)`).explanation.verdict).toBe('as_chance');
  expect(work('between("a", "b", 10)').explanation.verdict).toBe('as_chance');
  expect(work('along([[d1]], axis("a", "b"))').explanation.verdict).toBe('as_chance');
});

test('where only the first scene is near, that is what is said', () => {
  const ends = { own: new Set<number>(), type: 'scene' } as const;
  const vectorOf = (row: number) => rowOf(environment.space, row);
  const others = [27, 43, 69, 82, 105].map(vectorOf);
  const vector = others.reduce((sum, other) => plus(sum, other, 0.4), vectorOf(1));
  const { verdict, near: found } = explain({ ...ends, vector }, environment);
  expect([verdict, found[0]?.row]).toEqual(['first_means', 1]);
});

test('all that is named and is not there is told, each at its place', () => {
  const { tree } = readFormula('[[nobody]] + "a" + [[none]] + relation(leads_to)');
  expect(evaluateFormula(tree, environment)).toEqual({
    findings: [
      { start: 0, end: 10, code: 'scene_missing', values: { name: 'nobody' } },
      { start: 19, end: 27, code: 'scene_missing', values: { name: 'none' } },
      { start: 39, end: 47, code: 'too_few_links', values: { count: 3 } },
    ],
  });
});
