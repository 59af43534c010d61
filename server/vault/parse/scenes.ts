import type { ParsedScene } from '../parsed.ts';
import type { Block } from './blocks.ts';
import { firstWords, plainText } from './plain-text.ts';
import type { Turn } from './turns.ts';

/** A block and the innermost scene it stands in; a heading stands in the section it opens. */
export interface PlacedBlock extends Block {
  scene: number;
  /** the first line of a turn: it names the speaker and is no text of the turn's */
  isTurnHeader: boolean;
}

interface OpenScene {
  index: number;
  depth: number;
  run: number;
  level: number;
  turn: Turn | null;
  lastEnd: number;
}

interface State {
  note: string;
  scenes: ParsedScene[];
  /** the note is not on it */
  stack: OpenScene[];
  turns: Turn[];
}

const longestTitle = 80;

/**
 * The note, its turns and its headed sections, and each block's place among them.
 * A section inside a quote ends with the quote; a turn holds everything up to its UID remark; what stands between turns is the note's.
 */
export function readScenes(
  note: string,
  of: { name: string; blocks: readonly Block[]; turns: readonly Turn[] },
) {
  const state: State = { note, scenes: [noteScene(of.name, note.length)], stack: [], turns: [...of.turns] };
  const placed = of.blocks.map((block) => placeBlock(state, block));
  while (state.stack.length > 0) closeTop(state, note.length);
  nameTurns(state, placed);
  return { scenes: state.scenes, placed };
}

function placeBlock(state: State, block: Block): PlacedBlock {
  const starting = state.turns[0];
  const isTurnHeader = starting !== undefined && block.line >= starting.start;
  if (isTurnHeader) {
    state.turns.shift();
    while (state.stack.length > 0) closeTop(state, block.line);
    open(state, block, { ...turnScene(starting, block), turn: starting });
  } else {
    closeBefore(state, block);
    if (block.type === 'heading') openSection(state, block);
  }
  for (const scene of state.stack) scene.lastEnd = block.end;
  return {
    type: block.type,
    start: block.start,
    text: block.text,
    end: block.end,
    line: block.line,
    depth: block.depth,
    run: block.run,
    level: block.level,
    id: block.id,
    inList: block.inList,
    scene: state.stack.at(-1)?.index ?? 0,
    isTurnHeader,
  };
}

/** Ends what this block is no longer part of: a finished turn with all in it, sections of a quote that ended. */
function closeBefore(state: State, block: Block): void {
  const turnAt = state.stack.findIndex((scene) => scene.turn !== null);
  const turn = state.stack[turnAt];
  const isInTurn = turn?.turn ? isWithin(turn.turn, turn, block) : false;
  if (turn && !isInTurn) while (state.stack.length > turnAt) closeTop(state, block.line);
  if (isInTurn) return;
  const broken = state.stack.findIndex(
    (scene) => scene.depth > block.depth || (scene.depth > 0 && scene.run !== block.run),
  );
  if (broken !== -1) while (state.stack.length > broken) closeTop(state, block.line);
}

function isWithin(turn: Turn, scene: OpenScene, block: Block): boolean {
  if (turn.end !== null) return block.start < turn.end;
  return block.depth >= scene.depth && block.run === scene.run;
}

function openSection(state: State, block: Block): void {
  const turn = state.stack.find((scene) => scene.turn !== null);
  // a quote that breaks inside a turn does not change what stands under what
  const depth = Math.max(block.depth, turn?.depth ?? 0);
  for (let top = state.stack.at(-1); top && top.turn === null; top = state.stack.at(-1)) {
    if (top.depth < depth || (top.depth === depth && top.level < block.level)) break;
    closeTop(state, block.line);
  }
  const words = state.note
    .slice(block.text, block.end)
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replace(/[ \t]+\^[A-Za-z0-9-]+[ \t]*$/, '');
  open(state, block, {
    kind: 'section',
    title: firstWords(plainText(words)),
    level: block.level,
    uid: null,
    speaker: null,
    speakerRole: null,
    at: null,
    turn: null,
    depth,
  });
}

function open(
  state: State,
  block: Block,
  of: Omit<ParsedScene, 'parent' | 'start' | 'end' | 'blocks'> & { turn: Turn | null; depth?: number },
): void {
  const { turn, depth, ...scene } = of;
  const index = state.scenes.length;
  state.scenes.push({
    ...scene,
    parent: state.stack.at(-1)?.index ?? 0,
    start: block.line,
    end: block.end,
    blocks: [],
  });
  state.stack.push({
    index,
    depth: depth ?? block.depth,
    run: block.run,
    level: block.level,
    turn,
    lastEnd: block.end,
  });
}

/** Outside of quotes a section reaches to what follows it, inside to its last words, a turn to the end of its UID. */
function closeTop(state: State, before: number): void {
  const top = state.stack.pop();
  const scene = top && state.scenes[top.index];
  if (!top || !scene) return;
  const own = top.depth === 0 ? before : top.lastEnd;
  scene.end = top.turn?.end ?? own;
  const around = scene.parent === null ? undefined : state.stack.at(-1)?.turn?.end;
  if (typeof around === 'number') scene.end = Math.min(scene.end, around);
}

function nameTurns(state: State, blocks: readonly PlacedBlock[]): void {
  const words = new Map<number, string>();
  for (const block of blocks) {
    const isText = ['paragraph', 'item', 'heading', 'row'].includes(block.type);
    const scene = state.scenes[block.scene];
    if (!isText || block.isTurnHeader || scene?.kind !== 'turn' || words.has(block.scene)) continue;
    words.set(block.scene, plainText(state.note.slice(block.text, Math.min(block.end, block.text + 600))));
  }
  state.scenes.forEach((scene, index) => {
    if (scene.kind === 'turn')
      scene.title = firstWords(words.get(index) ?? '', longestTitle) || (scene.speaker ?? '');
  });
}

function turnScene(turn: Turn, block: Block) {
  return {
    kind: 'turn' as const,
    title: '',
    level: null,
    uid: turn.uid,
    speaker: turn.speaker,
    speakerRole: turn.speakerRole,
    at: turn.at,
    depth: Math.max(1, block.depth),
  };
}

/** A whole note as a scene, before anything is known of it. */
export function noteScene(name: string, end: number): ParsedScene {
  return {
    kind: 'note',
    title: name,
    parent: null,
    start: 0,
    end,
    level: null,
    uid: null,
    speaker: null,
    speakerRole: null,
    at: null,
    blocks: [],
  };
}
