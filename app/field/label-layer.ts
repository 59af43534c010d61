import type { FieldNode, FieldRegion } from '../../graph-schema/views/field-view.ts';
import { sizeOf } from './field-elements.ts';
import type { MapColours } from './map-colours.ts';
import type { MapModel } from './map-model.ts';
import type { Pen } from './pen.ts';
import { type Box, isWithin, placeLabels, type Wanted } from './place-labels.ts';
import { type Camera, toScreen } from './region-layer.ts';

/** Type sizes on the map, CSS pixels. */
const regionSize = 15;
const countSize = 12.5;
const partSize = 13;
const nodeSize = 12;
/** Names of regions stand clear of the bar above the map. CSS pixels. */
const belowBar = 84;
/** A region this large on the screen shows the names of its parts. CSS pixels. */
const partsFrom = 420;
/** A longer title or name is cut on the map; the whole one is in the card. */
const longest = 34;
/** Names of regions stay so far within the map. CSS pixels. */
const rim = 8;

export interface LabelScene {
  camera: Camera;
  colours: MapColours;
  width: number;
  height: number;
  /** how near: 1 shows the whole field */
  nearness: number;
  /** node scale against the zoom */
  scale: number;
  selected: string | null;
  /** scenes of a path that is traced */
  traced: readonly string[];
  /** the scene under the pointer, and its neighbours */
  lit: ReadonlySet<string> | null;
  countWords: (region: FieldRegion) => string;
}

type Label =
  | { type: 'region'; region: FieldRegion; text: string; count: string }
  | { type: 'part'; name: string; regionId: string }
  | { type: 'node'; node: FieldNode; text: string; isStrong: boolean };

/** Where the name of a region or of a part of it stands. */
export interface NamedRegion {
  id: string;
  box: Box;
}

/** Names of regions and scenes: chosen by nearness, never over one another. Returns where those of regions and their parts are. */
export function drawLabels(context: Pen, model: MapModel, scene: LabelScene): NamedRegion[] {
  const nodes = nodeLabels(context, model, scene);
  const isFirst = ({ item }: Wanted<Label>) => item.type === 'node' && item.isStrong;
  const wanted = [
    ...nodes.filter(isFirst),
    ...regionLabels(context, model, scene),
    ...partLabels(context, model, scene),
    ...nodes.filter((label) => !isFirst(label)),
  ];
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  const placed = placeLabels(wanted);
  for (const { item, box } of placed) {
    if (item.type === 'region') drawRegion(context, item, { box, scene });
    else if (item.type === 'part') drawPart(context, item.name, { box, scene });
    else drawNode(context, item, { box, scene });
  }
  return placed.flatMap(({ item, box }) => {
    if (item.type === 'node') return [];
    return [{ id: item.type === 'region' ? item.region.id : item.regionId, box }];
  });
}

function regionLabels(
  context: Pen,
  { regions }: MapModel,
  { camera, colours, width, height, countWords }: LabelScene,
): Wanted<Label>[] {
  context.font = `600 ${regionSize}px ${colours.textFont}`;
  const grounds = regions
    .filter(({ hull }) => hull.length > 0)
    .sort((a, b) => b.scenes - a.scenes)
    .map((region) => ({ region, ground: groundOf(region, camera) }))
    .filter(
      ({ ground: { left, right, top, bottom } }) =>
        right >= 0 && left <= width && bottom >= 0 && top <= height,
    );
  const isForeign = (own: FieldRegion, box: Box) => {
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    return grounds.some(({ region, ground }) => region !== own && isWithin(ground, middle));
  };
  return grounds.map(({ region, ground: { left, top, right, bottom } }): Wanted<Label> => {
    const text = cut(region.name);
    const count = countWords(region);
    // the count is set in a smaller face; what little that one differs has room
    const under = (context.measureText(count).width * countSize) / regionSize;
    const half = Math.max(context.measureText(text).width, under, 60) / 2 + 4;
    const middle = Math.max(half + rim, Math.min(width - half - rim, (left + right) / 2));
    const boxAt = (y: number): Box => ({
      left: middle - half,
      right: middle + half,
      top: y - 38,
      bottom: y,
    });
    // Near by, the name stays in sight at the upper edge while its region is.
    const high = Math.max(top + 12, belowBar);
    const steps = [0, -22, 24, -40, 44];
    const at = [
      ...steps.map((step) => boxAt(high + step)),
      boxAt(bottom + 40),
      boxAt((top + bottom) / 2 + 19),
    ];
    // a name that stands on a neighbour's ground is read as the neighbour's
    const foreign = new Set(at.filter((box) => isForeign(region, box)));
    const byGround = [...at.filter((box) => !foreign.has(box)), ...foreign];
    return { item: { type: 'region', region, text, count }, at: byGround };
  });
}

/** The box around a region's ground, CSS pixels. */
function groundOf({ hull }: FieldRegion, camera: Camera): Box {
  const ys = hull.map(([, y]) => y);
  const xs = hull.map(([x]) => x);
  const [left, top] = toScreen(camera, Math.min(...xs), Math.min(...ys));
  const [right, bottom] = toScreen(camera, Math.max(...xs), Math.max(...ys));
  return { left, top, right, bottom };
}

/** Names of what a region is made of, once it fills a good part of the window. */
function partLabels(
  context: Pen,
  { regions }: MapModel,
  { camera, colours, width, height }: LabelScene,
): Wanted<Label>[] {
  context.font = `italic ${partSize}px ${colours.textFont}`;
  return regions.flatMap(({ id, hull, parts }) => {
    const xs = hull.map(([x]) => x);
    if (parts.length === 0 || (Math.max(...xs) - Math.min(...xs)) * camera.zoom < partsFrom) return [];
    return parts.flatMap(({ name, x, y }): Wanted<Label>[] => {
      const [middle, at] = toScreen(camera, x, y);
      if (middle < 0 || middle > width || at < belowBar || at > height) return [];
      const half = context.measureText(name).width / 2 + 4;
      const boxAt = (top: number): Box => ({
        left: middle - half,
        right: middle + half,
        top,
        bottom: top + 18,
      });
      const item: Label = { type: 'part', name, regionId: id };
      return [{ item, at: [0, -20, 20, -40, 40].map((step) => boxAt(at - 9 + step)) }];
    });
  });
}

function nodeLabels(
  context: Pen,
  { nodes, size }: MapModel,
  { camera, colours, width, height, nearness, scale, selected, traced, lit }: LabelScene,
): Wanted<Label>[] {
  context.font = `${nodeSize}px ${colours.uiFont}`;
  const onPath = new Set(traced);
  const weight = (node: FieldNode) =>
    (node.id === selected ? 1e6 : 0) +
    (lit?.has(node.id) === true ? 1e5 : 0) +
    (node.main ? 1e3 : 0) +
    node.degree;
  // A narrow map has room for the names of regions only, until one comes nearer.
  const mainFrom = width < 600 ? 1.3 : 0.72;
  const isWanted = (node: FieldNode) =>
    node.id === selected ||
    onPath.has(node.id) ||
    (lit === null ? nearness > 1.7 || (node.main && nearness > mainFrom) : lit.has(node.id));
  return nodes
    .filter(isWanted)
    .map((node) => ({ node, weight: weight(node) }))
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ node }): Wanted<Label>[] => {
      const [x, y] = toScreen(camera, node.x, node.y);
      if (x < -80 || y < -20 || x > width + 80 || y > height + 20) return [];
      const text = cut(node.title);
      const half = context.measureText(text).width / 2 + 3;
      const reach = (sizeOf(node, size) * scale * camera.zoom) / 2 + 3;
      const at: Box[] = [
        { left: x - half, right: x + half, top: y + reach, bottom: y + reach + 16 },
        { left: x - half, right: x + half, top: y - reach - 16, bottom: y - reach },
        { left: x + reach, right: x + reach + 2 * half, top: y - 8, bottom: y + 8 },
        { left: x - reach - 2 * half, right: x - reach, top: y - 8, bottom: y + 8 },
      ];
      const isStrong = node.id === selected || onPath.has(node.id);
      return [{ item: { type: 'node', node, text, isStrong }, at, ...(isStrong && { isSure: true }) }];
    });
}

function cut(name: string): string {
  return name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name;
}

function drawRegion(
  context: Pen,
  { text, count }: Extract<Label, { type: 'region' }>,
  { box, scene: { colours } }: { box: Box; scene: LabelScene },
): void {
  const middle = (box.left + box.right) / 2;
  context.strokeStyle = colours.halo;
  context.lineWidth = 4;
  context.font = `600 ${regionSize}px ${colours.textFont}`;
  writeHaloed(context, text, { x: middle, y: box.top + 16, ink: colours.ink });
  context.lineWidth = 3;
  context.font = `${countSize}px ${colours.uiFont}`;
  writeHaloed(context, count, { x: middle, y: box.top + 32, ink: colours.faint });
}

function drawPart(
  context: Pen,
  name: string,
  { box, scene: { colours } }: { box: Box; scene: LabelScene },
): void {
  context.strokeStyle = colours.halo;
  context.lineWidth = 4;
  context.font = `italic ${partSize}px ${colours.textFont}`;
  writeHaloed(context, name, { x: (box.left + box.right) / 2, y: box.top + 13, ink: colours.ink });
}

/** In the type and halo that the pen has. */
function writeHaloed(context: Pen, text: string, { x, y, ink }: { x: number; y: number; ink: string }): void {
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function drawNode(
  context: Pen,
  { text, isStrong, node }: Extract<Label, { type: 'node' }>,
  { box, scene: { colours } }: { box: Box; scene: LabelScene },
): void {
  const middle = (box.left + box.right) / 2;
  context.font = `${isStrong ? '600 ' : node.state === 'missing' ? 'italic ' : ''}${nodeSize}px ${colours.uiFont}`;
  context.strokeStyle = colours.halo;
  context.lineWidth = 3.5;
  context.globalAlpha = 0.85;
  context.strokeText(text, middle, box.top + 12);
  context.globalAlpha = 1;
  context.fillStyle = node.state === 'missing' ? colours.faint : colours.ink;
  context.fillText(text, middle, box.top + 12);
}
