import { posix } from 'node:path';
import { z } from 'zod';
import { groupBy } from '../../field/group-by.ts';
import type { ParsedProblem } from '../parsed.ts';
import { type Importer, NotReadable } from './importer.ts';
import { readText } from './read-text.ts';

const place = { id: z.string(), x: z.number(), y: z.number(), width: z.number(), height: z.number() };
const Node = z.discriminatedUnion('type', [
  z.object({ ...place, type: z.literal('text'), text: z.string() }),
  z.object({ ...place, type: z.literal('file'), file: z.string(), subpath: z.string().optional() }),
  z.object({ ...place, type: z.literal('link'), url: z.string() }),
  z.object({ ...place, type: z.literal('group'), label: z.string().optional() }),
]);
type Node = z.infer<typeof Node>;
const Edge = z.object({
  fromNode: z.string(),
  toNode: z.string(),
  label: z.string().optional(),
  toEnd: z.string().optional(),
  fromEnd: z.string().optional(),
});
type Edge = z.infer<typeof Edge>;
/** https://jsoncanvas.org/spec/1.0; nodes of kinds that came later are left out and named. */
const Canvas = z.object({ nodes: z.array(z.unknown()).default([]), edges: z.array(z.unknown()).default([]) });

/** JSON Canvas 1.0: each card and each group a section, a card inside its group's; an edge is a link from card to card with its label's words. */
export const canvas: Importer = {
  takes: (path) => /\.canvas$/i.test(path),
  async *read(file) {
    const decoded = await readText(file);
    const { nodes, edges, problems } = readCanvas(decoded.text);
    yield {
      ...decoded,
      path: file.path,
      title: posix.parse(file.path).name,
      text: canvasText(nodes, edges),
      problems: [...decoded.problems, ...problems],
    };
  },
};

function readCanvas(text: string): { nodes: Node[]; edges: Edge[]; problems: ParsedProblem[] } {
  const parsed = Canvas.safeParse(jsonOf(text));
  if (!parsed.success) throw new NotReadable('not_canvas');
  const nodes = parsed.data.nodes.flatMap((node) => Node.safeParse(node).data ?? []);
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = parsed.data.edges.flatMap((edge) => Edge.safeParse(edge).data ?? []);
  const whole = edges.filter((edge) => ids.has(edge.fromNode) && ids.has(edge.toNode));
  const lost = parsed.data.nodes.length - nodes.length + (parsed.data.edges.length - whole.length);
  return {
    nodes,
    edges: whole,
    problems: lost > 0 ? [{ code: 'canvas_parts_lost', values: { count: lost } }] : [],
  };
}

/** An empty file is a canvas that nobody has put anything on yet. */
function jsonOf(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function canvasText(nodes: readonly Node[], edges: readonly Edge[]): string {
  const groups = nodes.filter((node) => node.type === 'group');
  const cards = nodes.filter((node) => node.type !== 'group').toSorted(inReadingOrder);
  const cardsIn = groupBy(cards, innermost(groups));
  const edgesFrom = groupBy(edges, ({ fromNode }) => fromNode);
  const section = (card: Node, level: number) =>
    [
      `${'#'.repeat(level)} ${titleOf(card)} ^${blockId(card.id)}`,
      ...(edgesFrom.get(card.id) ?? []).map(edgeLine),
      bodyOf(card, level),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  const parts = [
    ...(cardsIn.get(null) ?? []).map((card) => section(card, 1)),
    ...groups
      .toSorted(inReadingOrder)
      .flatMap((group) => [section(group, 1), ...(cardsIn.get(group) ?? []).map((card) => section(card, 2))]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function inReadingOrder(a: Node, b: Node): number {
  return a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1);
}

/** The smallest group that a card's middle lies in; null: none. */
function innermost(groups: readonly Node[]): (card: Node) => Node | null {
  const smallestFirst = groups.toSorted((a, b) => a.width * a.height - b.width * b.height);
  return (card) => {
    const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
    const around = (group: Node) =>
      x >= group.x && x <= group.x + group.width && y >= group.y && y <= group.y + group.height;
    return smallestFirst.find(around) ?? null;
  };
}

const longestTitle = 80;

function titleOf(node: Node): string {
  if (node.type === 'group') return oneLine(node.label ?? '') || '…';
  if (node.type === 'file') return oneLine((node.file.split('/').at(-1) ?? node.file).replace(/\.md$/i, ''));
  if (node.type === 'link') return oneLine(node.url);
  const first = node.text.split('\n').find((line) => line.trim() !== '') ?? '';
  return oneLine(first.replace(/^#{1,6}\s+/, '')) || '…';
}

function oneLine(words: string): string {
  const line = words.replace(/\s+/g, ' ').replace(/[[\]]/g, '').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle).replace(/\s\S*$/u, '')}…`;
}

/** A card's own headings go below the card's; one that begins it is its title. */
function bodyOf(node: Node, level: number): string {
  if (node.type === 'group') return '';
  if (node.type === 'file') return `![[${node.file}${node.subpath ?? ''}]]`;
  if (node.type === 'link') return `<${node.url}>`;
  return node.text
    .trim()
    .replace(/^#{1,6}[^\S\n]+[^\n]*\n?/, '')
    .trim()
    .replace(/^(#{1,6})(?=\s)/gm, (marks) => '#'.repeat(Math.min(6, marks.length + level)));
}

function edgeLine({ toNode, label }: Edge): string {
  const words = (label ?? '').replace(/\s+/g, ' ').trim();
  return `${words === '' ? '→' : `${words} →`} [[#^${blockId(toNode)}]]`;
}

function blockId(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, '-');
}
