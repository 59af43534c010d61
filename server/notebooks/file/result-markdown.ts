import type { CellProblem } from '../../../graph-schema/views/cells/cell-problem.ts';
import type { Table, TableValue } from '../../../graph-schema/views/cells/table.ts';
import type { InputKind } from '../../../graph-schema/views/notebook-view.ts';
import { isSceneRef } from '../cells/scene-table.ts';

/** So many rows stand in a file. */
const mostRows = 100;
/** A map names the scenes that it begins with. */
const mostOfMap = 12;
/** UTF-16 units of one value. */
const longest = 300;

/** What a cell came to, to be read in a file: a table whose scenes are links, or what is wrong. */
export function resultMarkdown(
  { kind, table, problem }: { kind: InputKind; table: Table | null; problem: CellProblem | null },
  words: (problem: CellProblem) => string,
): string {
  const told = problem === null ? [] : [`> ${words(problem).replaceAll(/\s+/gu, ' ')}`];
  if (table === null || table.columns.length === 0) return told.join('\n');
  const row = (values: readonly string[]) => `| ${values.join(' | ')} |`;
  const most = kind === 'map' ? mostOfMap : mostRows;
  const left = table.rows.length - most;
  return [
    ...told,
    row(table.columns.map(inCell)),
    row(table.columns.map(() => '---')),
    ...table.rows.slice(0, most).map((values) => row(values.map(valueText))),
    ...(left > 0 ? ['', `+ ${left}`] : []),
  ].join('\n');
}

function valueText(value: TableValue): string {
  if (value === null) return '';
  if (!isSceneRef(value)) return inCell(String(value));
  // a title with these would be another link
  return /[[\]|#]/u.test(value.title) ? inCell(value.title) : `[[${value.title}]]`;
}

function inCell(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.replaceAll(/\s+/gu, ' ').replaceAll('|', '\\|').replaceAll('<!--', '&lt;!--');
}
