import { blockStart, isSetextMark, isTableRule, type BlockStart } from './block-start.ts';
import { type Line, readLines, skipWhite } from './lines.ts';

/**
 * A leaf of the note's structure. `start` is where its first line starts after quote marks, `text` where its words start after markers;
 * `end` is exclusive, without the line ending. Blocks come in order and never overlap.
 */
export interface Block {
  type:
    | 'heading'
    | 'paragraph'
    | 'item'
    | 'row'
    | 'callout'
    | 'definition'
    | 'reference'
    | 'code'
    | 'html'
    | 'comment'
    | 'math';
  start: number;
  text: number;
  end: number;
  /** start of its first line, quote marks included */
  line: number;
  depth: number;
  /** counts stretches of lines that stand in quotes without a break; 0 outside of quotes */
  run: number;
  /** 1–6 for a heading */
  level: number;
  /** the id of a footnote's definition */
  id: string;
  inList: boolean;
}

interface Open {
  block: Block;
  /** continues as a paragraph does: until a blank line or another block's start */
  isParagraph: boolean;
  closes?: (line: Line) => 'no' | 'with' | 'before';
}

interface State {
  text: string;
  blocks: Block[];
  open: Open | null;
  inTable: boolean;
  /** content columns of open list items, one stack a quote depth */
  lists: number[][];
  depth: number;
  run: number;
}

/** Cuts a note into blocks, reading as CommonMark and Obsidian do where they agree; headings in list items are text. */
export function readBlocks(text: string, from: number): Block[] {
  const state: State = { text, blocks: [], open: null, inTable: false, lists: [[]], depth: 0, run: 0 };
  for (const line of readLines(text, from)) takeLine(state, line);
  close(state);
  return state.blocks;
}

function takeLine(state: State, line: Line): void {
  if (line.depth === 0 && state.depth > 0 && line.text === line.end) state.run += 1;
  if (state.open?.closes && takeVerbatim(state, line)) return;
  if (line.text === line.end) {
    close(state);
    state.inTable = false;
    if (line.depth !== state.depth) enterDepth(state, line.depth);
    return;
  }
  if (line.depth < state.depth && isContinuation(state, line)) {
    extend(state, line);
    return;
  }
  if (line.depth !== state.depth) {
    close(state);
    state.inTable = false;
    enterDepth(state, line.depth);
  }
  takeText(state, line);
}

/** A fence, comment, formula or HTML block goes on until it says so, or its quote ends. */
function takeVerbatim(state: State, line: Line): boolean {
  const { open } = state;
  if (!open?.closes) return false;
  if (line.depth < open.block.depth) {
    close(state);
    return false;
  }
  const verdict = open.closes(line);
  if (verdict === 'before') {
    close(state);
    return false;
  }
  open.block.end = line.end;
  if (verdict === 'with') close(state);
  return true;
}

/** A line with fewer quote marks, or less indented, that still belongs to the paragraph above. */
function isContinuation(state: State, line: Line): boolean {
  if (!state.open?.isParagraph) return false;
  return blockStart(state.text, line, { base: 0, interrupts: true, isOutside: true }) === null;
}

function takeText(state: State, line: Line): void {
  const list = state.lists[state.depth] ?? [];
  let isPopped = false;
  while (list.length > 0 && line.indent < (list.at(-1) ?? 0)) {
    if (!isPopped && isContinuation(state, line)) return extend(state, line);
    if (!isPopped) close(state);
    isPopped = true;
    list.pop();
  }
  const base = list.at(-1) ?? 0;
  const { open } = state;
  if (open?.isParagraph && !isPopped) {
    if (takeUnderParagraph(state, line, base)) return;
  }
  const start = blockStart(state.text, line, {
    base,
    interrupts: state.open?.isParagraph === true && !isPopped,
  });
  if (start === null) return state.open?.isParagraph ? extend(state, line) : openText(state, line);
  close(state);
  if (start.type !== 'text') state.inTable = false;
  openBlock(state, line, start);
}

/** An underline makes the paragraph above a heading; a row of dashes and bars makes it a table's head. */
function takeUnderParagraph(state: State, line: Line, base: number): boolean {
  const block = state.open?.block;
  if (block?.type !== 'paragraph' || line.indent - base >= 4) return false;
  const words = state.text.slice(line.text, line.end).trimEnd();
  if (!block.inList && isSetextMark(words)) {
    block.type = 'heading';
    block.level = words.startsWith('=') ? 1 : 2;
    close(state);
    return true;
  }
  if (isTableRule(words) && /^[^\n]*\|[^\n]*$/.test(state.text.slice(block.text, block.end))) {
    block.type = 'row';
    close(state);
    state.inTable = true;
    return true;
  }
  return false;
}

function openBlock(state: State, line: Line, start: BlockStart): void {
  switch (start.type) {
    case 'rule':
      return;
    case 'item':
      return openItem(state, line, start.width);
    case 'heading': {
      const inList = (state.lists[state.depth]?.length ?? 0) > 0;
      if (inList) return openText(state, line);
      push(state, line, { type: 'heading', text: start.text, level: start.level });
      return close(state);
    }
    case 'definition':
      push(state, line, { type: 'definition', text: start.text, id: start.id });
      // what is indented by four under a definition belongs to it, and is no code
      (state.lists[state.depth] ??= []).push(4);
      return;
    case 'reference':
      push(state, line, { type: 'reference', text: line.text });
      return close(state);
    case 'callout':
      push(state, line, { type: 'callout', text: start.text });
      return close(state);
    case 'verbatim': {
      push(state, line, { type: start.block, text: line.text });
      if (start.closes === null) return close(state);
      if (state.open) {
        state.open.isParagraph = false;
        state.open.closes = start.closes;
      }
      return;
    }
    case 'text':
      return openText(state, line);
  }
}

function openText(state: State, line: Line): void {
  push(state, line, { type: state.inTable ? 'row' : 'paragraph', text: line.text });
  if (state.inTable) close(state);
}

/** A list mark; what follows it on the line may be a fence, another mark, or words. */
function openItem(state: State, line: Line, width: number): void {
  const after = line.text + width;
  const white = skipWhite(state.text, after, line.end);
  const isEmpty = white.text === line.end;
  const column = line.indent + width + (isEmpty || white.indent > 4 ? 1 : white.indent);
  (state.lists[state.depth] ??= []).push(column);
  const rest: Line = { ...line, content: after, text: white.text, indent: column };
  if (isEmpty) return;
  const inner = blockStart(state.text, rest, { base: column, interrupts: false });
  if (inner?.type === 'verbatim' || inner?.type === 'item') return openBlock(state, rest, inner);
  push(state, line, { type: 'item', text: white.text });
}

function push(
  state: State,
  line: Line,
  of: Pick<Block, 'type' | 'text'> & Partial<Pick<Block, 'level' | 'id'>>,
): void {
  // named one by one: objects of one shape are what everything after this is quick with
  const block: Block = {
    type: of.type,
    start: line.text,
    text: of.text,
    end: line.end,
    line: line.start,
    depth: state.depth,
    run: state.depth > 0 ? state.run : 0,
    level: of.level ?? 0,
    id: of.id ?? '',
    inList: (state.lists[state.depth]?.length ?? 0) > 0,
  };
  state.open = { block, isParagraph: true };
}

function extend(state: State, line: Line): void {
  if (state.open) state.open.block.end = line.end;
}

function close(state: State): void {
  if (state.open) state.blocks.push(state.open.block);
  state.open = null;
}

function enterDepth(state: State, depth: number): void {
  if (depth > state.depth) for (let at = state.depth + 1; at <= depth; at += 1) state.lists[at] = [];
  if (depth === 0 && state.depth > 0) state.run += 1;
  state.depth = depth;
}
