import type { CellProblem } from '../../../graph-schema/views/cells/cell-problem.ts';
import { FormulaInput } from '../../../graph-schema/views/cells/formula.ts';
import type { Table, TableValue } from '../../../graph-schema/views/cells/table.ts';
import type { FormulaAnswer } from '../../../graph-schema/views/formula-view.ts';
import { type FieldGraph } from '../../field/field-graph.ts';
import { onceAField } from '../../field/once-a-field.ts';
import type { CellKind } from './cell-kind.ts';
import { scenesIn } from './scene-table.ts';
import { namesIn, placesOfNames } from './used-names.ts';

/** A formula takes no more scenes of another cell than these. */
const mostScenes = 24;

/** A formula of scenes and what it leads to. `$name` in it is the middle of another cell's scenes. */
export const formula: CellKind<'formula'> = {
  kind: 'formula',
  schema: FormulaInput,
  inputs: ['field', 'model'],
  words: 'text',
  uses: ({ text }) => namesIn(text),
  async run({ text }, { door, used }) {
    if (text.trim() === '') return { problem: { code: 'nothing_asked', values: {} } };
    const filled = fillNames(text, used, await door.field.load());
    if ('problem' in filled) return filled;
    const told = await door.formulas.evaluate({ text: filled.text });
    const answer = withPlaces(told, text, filled.pieces);
    const result = { kind: 'formula' as const, answer, worked: filled.text };
    if (!('verdict' in answer)) {
      const [first] = answer.problems;
      const values = { line: first?.line ?? 1, column: first?.column ?? 1 };
      return { result, problem: { code: 'formula_wrong', values } };
    }
    return { result, table: tableOf(answer) };
  },
};

/** A stretch of the formula that is worked out, and where it stands in the one that was written. */
interface Piece {
  start: number;
  length: number;
  from: number;
  to: number;
}

type Filled = { text: string; pieces: Piece[] } | { problem: CellProblem };

function fillNames(text: string, used: ReadonlyMap<string, Table>, field: FieldGraph): Filled {
  const pieces: Piece[] = [];
  let filled = '';
  const take = (words: string, from: number, to: number) => {
    pieces.push({ start: filled.length, length: words.length, from, to });
    filled += words;
  };
  let at = 0;
  for (const { name, start, end } of placesOfNames(text)) {
    const table = used.get(name);
    const scenes = table === undefined ? [] : scenesIn(table).flatMap((id) => writtenScene(field, id));
    if (scenes.length === 0) return { problem: { code: 'no_scenes', values: { name } } };
    take(text.slice(at, start), at, start);
    const listed = scenes.slice(0, mostScenes).join(', ');
    take(scenes.length === 1 ? listed : `mean(${listed})`, start, end);
    at = end;
  }
  take(text.slice(at), at, text.length);
  return { text: filled, pieces };
}

const namesakes = onceAField((field) => {
  const counts = new Map<string, number>();
  for (const { title } of field.scenes)
    counts.set(title.toLowerCase(), (counts.get(title.toLowerCase()) ?? 0) + 1);
  return counts;
});

/** `[[Title]]`, or by its path where another has the same title; nothing for one that cannot be written so, or that has no place of its own. */
function writtenScene(field: FieldGraph, id: string): string[] {
  const scene = field.sceneById.get(id);
  if (!scene || scene.state !== 'present') return [];
  const isAlone = namesakes(field).get(scene.title.toLowerCase()) === 1;
  const name = isAlone ? scene.title : (scene.path ?? '').replace(/\.\w+$/u, '');
  return name === '' || /[[\]|#\n]/u.test(name) ? [] : [`[[${name}]]`];
}

/** Places of problems as they stand in the formula that was written. */
function withPlaces(answer: FormulaAnswer, written: string, pieces: readonly Piece[]): FormulaAnswer {
  if ('verdict' in answer) return answer;
  const back = (offset: number, isEnd: boolean): number => {
    const piece = pieces.find(
      ({ start, length }) => offset >= start && (isEnd ? offset <= start + length : offset < start + length),
    );
    if (!piece) return written.length;
    const isCopied = piece.to - piece.from === piece.length;
    if (isCopied) return piece.from + offset - piece.start;
    return isEnd ? piece.to : piece.from;
  };
  return {
    problems: answer.problems.map((problem) => {
      const [start, end] = [back(problem.start, false), back(problem.end, true)];
      const before = written.slice(0, start);
      const column = start - before.lastIndexOf('\n');
      return { ...problem, start, end: Math.max(start, end), line: before.split('\n').length, column };
    }),
  };
}

function tableOf({ value, near, opposite }: Extract<FormulaAnswer, { verdict: string }>): Table {
  if (value !== null) return { columns: ['value'], rows: [[value]] };
  const rows = [...opposite.toReversed(), ...near].map(({ sceneId, title, path, score }): TableValue[] => [
    { sceneId, title },
    path,
    Math.round(score * 1e4) / 1e4,
  ]);
  return { columns: ['scene', 'path', 'score'], rows };
}
