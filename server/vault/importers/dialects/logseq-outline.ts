/** One block of a Logseq page. */
export interface OutlineBlock {
  /** 0 for the outermost; null for words before the first bullet */
  depth: number | null;
  /** without bullet, indentation, properties and drawers */
  lines: string[];
  properties: Map<string, string>;
}

const bullet = /^([ \t]*)-(?:[ \t](.*)|)$/;
/** Keys are words of any script without spaces. */
const property = /^[ \t]*([\p{L}\p{N}_][\p{L}\p{N}_./?!*+-]{0,80})::(?:[ \t]+(.*?))?[ \t]*$/u;
const fence = /^[ \t]*(`{3,}|~{3,})/;

/** A page's lines as blocks. A property is a `key:: value` line right below a block's first line, or at its head. */
export function readOutline(text: string): OutlineBlock[] {
  const blocks: OutlineBlock[] = [{ depth: null, lines: [], properties: new Map() }];
  /** lines with words in the open block */
  let worded = 0;
  const columns: number[] = [];
  let inFence = '';
  let inDrawer = false;
  for (const line of text.split(/\r?\n/)) {
    const found = inFence === '' ? bullet.exec(line) : null;
    if (found) {
      inDrawer = false;
      worded = 0;
      const column = widthOf(found[1] ?? '');
      while (columns.length > 0 && (columns.at(-1) ?? 0) >= column) columns.pop();
      columns.push(column);
      blocks.push({ depth: columns.length - 1, lines: [], properties: new Map() });
    }
    const words = found ? (found[2] ?? '') : withoutIndent(line, columns.at(-1));
    const block = blocks.at(-1);
    if (!block) continue;
    const mark = fence.exec(words)?.[1] ?? '';
    if (inFence !== '') {
      if (mark.startsWith(inFence)) inFence = '';
    } else if (mark !== '') inFence = mark;
    else {
      if (/^:[A-Z]+:$/.test(words.trim())) inDrawer = words.trim() !== ':END:';
      if (inDrawer || words.trim() === ':END:') continue;
      // the id of a block that is a table or a fence stands below it
      if (takeProperty(block, words, worded > 1)) continue;
    }
    block.lines.push(words);
    if (words.trim() !== '') worded += 1;
  }
  return blocks;
}

function takeProperty(block: OutlineBlock, words: string, isBelow: boolean): boolean {
  const found = words.includes('::') ? property.exec(words) : null;
  if (!found || (isBelow && found[1] !== 'id' && found[1] !== 'collapsed')) return false;
  block.properties.set(found[1] ?? '', found[2] ?? '');
  return true;
}

/** A tab counts as two spaces: both mean one level. */
function widthOf(indent: string): number {
  return indent.replaceAll('\t', '  ').length;
}

/** A block's further lines stand two columns right of its bullet. */
function withoutIndent(line: string, column: number | undefined): string {
  if (column === undefined) return line;
  const flat = line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  '));
  let at = 0;
  while (at < column + 2 && flat[at] === ' ') at += 1;
  return flat.slice(at);
}
