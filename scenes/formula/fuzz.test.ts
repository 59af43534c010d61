import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { type ReadFormula, readFormula } from './read-formula.ts';

const formulas = [
  'near([[Поле сцен]] + "свободный текст" - 0.5 * #рост, 10)',
  'along([[Ядро]], ось("теория", "железо"))',
  'сдвиг(среднее([[A]], [[B]], рядом(#сад, 5)), связь(ведёт_к), 0.3)',
  'between(region("Сад"), without([[A]], [[B]]), 7)\n+ path([[A]], "b")',
  'alike(mix([[A]], [[B]], 0.3), -[[C]])',
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

test('10,000 random edits: nothing crashes, and what cannot be worked out is told with a place', () => {
  const random = seedrandom('formulas');
  const faults: string[] = [];
  let broken = 0;
  for (let round = 0; round < 10_000; round++) {
    const text = edited(formulas[round % formulas.length] ?? '', random);
    const read = readFormula(text);
    const fault = faultOf(text, read);
    if (fault !== '') faults.push(`${fault}: ${text}`);
    if (read.problems.length > 0) broken += 1;
  }
  expect(faults).toEqual([]);
  expect(broken).toBeGreaterThan(5000);
});
