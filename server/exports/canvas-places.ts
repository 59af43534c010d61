import { groupBy } from '../field/group-by.ts';
import type { ExportedField, ExportedScene } from './exported-field.ts';

/** Pixels of a canvas. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const card = { width: 260, height: 60 };
const gap = { across: 80, down: 60 };
/** Between the cards and their group's border, and between groups. */
const margin = 60;

interface Block {
  regionId: string | null;
  /** field units */
  middle: { x: number; y: number };
  width: number;
  height: number;
  cards: { scene: ExportedScene; x: number; y: number }[];
}

/**
 * A card a scene, and a group a region: inside a group in rows as the map has them, the groups beside one another as on the map, spread until
 * none lies on another. Scenes in no region stand below all groups.
 */
export function canvasPlaces(field: ExportedField): {
  cards: Map<string, Box>;
  groups: Map<string, Box>;
} {
  const byRegion = groupBy(field.scenes, ({ regionId }) => regionId);
  const blocks = field.regions.flatMap(({ id }) => blockOf(id, byRegion.get(id) ?? []) ?? []);
  const scale = spread(blocks);
  const cards = new Map<string, Box>();
  const groups = new Map<string, Box>();
  let lowest = 0;
  for (const block of blocks) {
    const x = Math.round(block.middle.x * scale - block.width / 2);
    const y = Math.round(block.middle.y * scale - block.height / 2);
    groups.set(block.regionId ?? '', { x, y, width: block.width, height: block.height });
    place(block, { x, y }, cards);
    lowest = Math.max(lowest, y + block.height);
  }
  const known = new Set(field.regions.map(({ id }) => id));
  const rest = field.scenes.filter(({ regionId }) => regionId === null || !known.has(regionId));
  const below = blockOf(null, rest);
  if (below) place(below, { x: Math.round(-below.width / 2), y: lowest + margin }, cards);
  return { cards, groups };
}

function blockOf(regionId: string | null, scenes: readonly ExportedScene[]): Block | null {
  if (scenes.length === 0) return null;
  const step = { x: card.width + gap.across, y: card.height + gap.down };
  const columns = Math.ceil(Math.sqrt((scenes.length * step.y) / step.x));
  const downwards = scenes.toSorted((a, b) => a.y - b.y);
  const cards: Block['cards'] = [];
  for (let row = 0; row * columns < downwards.length; row += 1) {
    const inRow = downwards.slice(row * columns, (row + 1) * columns).sort((a, b) => a.x - b.x);
    inRow.forEach((scene, column) =>
      cards.push({ scene, x: margin + column * step.x, y: margin + row * step.y }),
    );
  }
  const rows = Math.ceil(scenes.length / columns);
  return {
    regionId,
    middle: { x: meanOf(scenes.map(({ x }) => x)), y: meanOf(scenes.map(({ y }) => y)) },
    width: 2 * margin + columns * step.x - gap.across,
    height: 2 * margin + rows * step.y - gap.down,
    cards,
  };
}

function place(block: Block, at: { x: number; y: number }, cards: Map<string, Box>): void {
  for (const { scene, x, y } of block.cards) cards.set(scene.id, { x: at.x + x, y: at.y + y, ...card });
}

/** Pixels a field unit at which no two blocks around their middles overlap. */
function spread(blocks: readonly Block[]): number {
  let scale = 1;
  blocks.forEach((a, index) => {
    for (const b of blocks.slice(index + 1)) {
      const across = ((a.width + b.width) / 2 + margin) / Math.max(1, Math.abs(a.middle.x - b.middle.x));
      const down = ((a.height + b.height) / 2 + margin) / Math.max(1, Math.abs(a.middle.y - b.middle.y));
      scale = Math.max(scale, Math.min(across, down));
    }
  });
  return scale;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
