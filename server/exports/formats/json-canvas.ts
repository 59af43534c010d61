import { messagesFor } from '../../../messages/index.ts';
import { type Box, canvasPlaces } from '../canvas-places.ts';
import type { ExportedField, ExportedLink, ExportedScene } from '../exported-field.ts';
import type { ExportFormat } from '../export-format.ts';
import { regionColour } from '../region-colour.ts';

/** A card shows so much of a text. Characters. */
const longestText = 4000;

/** https://jsoncanvas.org/spec/1.0, opened by Obsidian: in the notes' own vault each card is the note itself. */
export const jsonCanvas: ExportFormat = {
  ending: '.canvas',
  isFolder: false,
  needsText: false,
  files: (field) => [{ path: '', text: write(field) }],
};

function* write(field: ExportedField): Generator<string> {
  const { cards, groups } = canvasPlaces(field);
  const home = mainVault(field.scenes);
  const colour = new Map(field.regions.map(({ id, hue }) => [id, hex(hue)]));
  yield '{"nodes":[';
  let between = '\n';
  for (const { id, name } of field.regions) {
    const box = groups.get(id);
    if (box === undefined) continue;
    yield `${between}${JSON.stringify({ id: `region:${id}`, type: 'group', ...box, label: name, color: colour.get(id) })}`;
    between = ',\n';
  }
  for (const scene of field.scenes) {
    const box = cards.get(scene.id);
    if (box === undefined) continue;
    const color = colour.get(scene.regionId ?? '');
    yield `${between}${JSON.stringify({ id: scene.id, ...contentOf(scene, home), ...box, ...(color && { color }) })}`;
    between = ',\n';
  }
  yield '\n],"edges":[';
  between = '\n';
  for (const [number, link] of field.links.entries()) {
    yield `${between}${JSON.stringify(edge(link, { number, cards, language: field.language }))}`;
    between = ',\n';
  }
  yield '\n]}\n';
}

/** A file's card opens only in its own vault: the one that most scenes are from. */
function mainVault(scenes: readonly ExportedScene[]): string | null {
  const counts = new Map<string, number>();
  for (const { vault } of scenes) if (vault !== null) counts.set(vault, (counts.get(vault) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function contentOf({ vault, path, title, text }: ExportedScene, home: string | null) {
  if (path !== null && vault === home) return { type: 'file', file: path };
  const said = text === null ? '' : `\n\n${text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}`;
  return { type: 'text', text: `${asMarkdown(title)}${said}` };
}

/** A title is words, not markup. */
function asMarkdown(title: string): string {
  return title.replace(/[\\`*_[\]<>#|~!$^=%]/g, String.raw`\$&`).replace(/\s+/g, ' ');
}

function edge(
  { from, to, kind, origins }: ExportedLink,
  at: { number: number; cards: ReadonlyMap<string, Box>; language: 'ru' | 'en' },
) {
  const { number, cards, language } = at;
  const label = kind === 'links_to' ? undefined : messagesFor(language).scene.out[kind];
  return {
    id: `link:${number}`,
    fromNode: from,
    toNode: to,
    ...sides(cards.get(from), cards.get(to)),
    ...(label && { label }),
    // What the notes do not say themselves stands out: the format's fifth colour, cyan.
    ...(!origins.includes('vault') && { color: '5' }),
  };
}

function sides(a: Box | undefined, b: Box | undefined) {
  if (a === undefined || b === undefined) return {};
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (Math.abs(dx) > Math.abs(dy))
    return dx > 0 ? { fromSide: 'right', toSide: 'left' } : { fromSide: 'left', toSide: 'right' };
  return dy > 0 ? { fromSide: 'bottom', toSide: 'top' } : { fromSide: 'top', toSide: 'bottom' };
}

function hex(hue: number): string {
  const { r, g, b } = regionColour(hue);
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
