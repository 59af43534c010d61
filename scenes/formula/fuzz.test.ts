import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { evaluateFormula } from './evaluate-formula.ts';
import { explain } from './explain.ts';
import { type ReadFormula, readFormula } from './read-formula.ts';
import { smallEnvironment } from './testing/small-space.ts';

const environment = smallEnvironment();
/** Of those that can be. */
const mostWorked = 500;
const formulas = [
  'near([[a1]] + "свободный текст" - 0.5 * "b", 10)',
  'along([[c4]], ось("a", "d"))',
  'сдвиг(среднее([[A]], [[B]], рядом(#сад, 5)), связь(ведёт_к), 0.3)',
  'between("f", without([[a7]], [[b2]]), 7)',
  'path([[a7]], "b")\n+ region("Сад")',
  'alike(mix([[e1]], [[f1]], 0.3), -[[c9]])',
];
const pieces = [
  ...'()[],;"«»#+-−*×/ \n0.9aя_😀',
  '[[',
  ']]',
  'near(',
  'связь(',
  '[[A]]',
  '"x"',
  '\u0000',
  '\ud800',
  '10',
];

/** One to four cuts, insertions, doublings or swaps. */
function edited(text: string, random: () => number): string {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  let now = text;
  for (let edit = 0; edit < 1 + random() * 4; edit++) {
    const [a, b] = [random(), random()]
      .map((share) => Math.floor(share * (now.length + 1)))
      .sort((x, y) => x - y);
    const [before, middle, after] = [now.slice(0, a), now.slice(a, b), now.slice(b)];
    now = pick([
      before + after,
      before + pick(pieces) + middle + after,
      now + middle,
      after + middle + before,
    ]);
  }
  return now;
}

/** What is wrong with how a text was read; '' for nothing. */
function faultOf(text: string, { tree, type, tokens, problems }: ReadFormula): string {
  const lines = text.split('\n');
  for (const { line, column, start, end } of problems) {
    const above = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    if (above + column - 1 !== start || end < start || start > text.length) return 'a place outside';
  }
  const isWhole = type !== null && !JSON.stringify(tree).includes('"broken"');
  if (!isWhole && problems.length === 0) return 'broken and not told';
  const gaps = [...tokens, { start: text.length, end: text.length }].map(({ start }, at) =>
    text.slice(tokens[at - 1]?.end ?? 0, start),
  );
  return tokens.length > 0 && gaps.some((gap) => gap.trim() !== '') ? 'a sign in no token' : '';
}

/** Works out what can be: a value that is no number would be a fault nobody is told of. */
function valueFault({ tree }: ReadFormula): string {
  const evaluated = evaluateFormula(tree, environment);
  if ('findings' in evaluated) return '';
  const { near, opposite } = explain(evaluated.value, environment);
  const isNumber = evaluated.value.type !== 'number' || Number.isFinite(evaluated.value.value);
  return isNumber && [...near, ...opposite].every(({ score }) => Number.isFinite(score)) ? '' : 'no number';
}

test('10,000 random edits: nothing crashes, and what cannot be worked out is told with a place', () => {
  const random = seedrandom('formulas');
  const faults: string[] = [];
  let [broken, worked] = [0, 0];
  for (let round = 0; round < 10_000; round++) {
    const text = edited(formulas[round % formulas.length] ?? '', random);
    const read = readFormula(text);
    const fault = faultOf(text, read);
    if (fault !== '') faults.push(`${fault}: ${text}`);
    if (read.problems.length > 0) broken += 1;
    else if (worked++ < mostWorked && valueFault(read) !== '') faults.push(`${valueFault(read)}: ${text}`);
  }
  expect(faults).toEqual([]);
  expect(broken).toBeGreaterThan(5000);
});
