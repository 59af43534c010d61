import type { ExportedField } from '../exported-field.ts';
import type { ExportFormat } from '../export-format.ts';

type Cell = string | number | readonly string[] | null;

/**
 * RFC 4180 in UTF-8, with a byte-order mark: without it spreadsheets on Windows show Cyrillic as signs. Lists are joined by `; `.
 * A cell that begins like a formula gets an apostrophe before it, so that a spreadsheet shows it and does not run it.
 */
export const csv: ExportFormat = {
  ending: '.csv',
  isFolder: true,
  needsText: false,
  files: (field) => [
    { path: 'scenes.csv', text: table(sceneRows(field)) },
    { path: 'links.csv', text: table(linkRows(field)) },
    { path: 'regions.csv', text: table(regionRows(field)) },
  ],
};

function* sceneRows({ scenes, regions }: ExportedField): Generator<Cell[]> {
  const regionName = new Map(regions.map(({ id, name }) => [id, name]));
  yield ['id', 'title', 'kind', 'state', 'origin', 'region', 'vault', 'path', 'at', 'degree', 'x', 'y', 'aliases', 'concepts', 'speakers']; // prettier-ignore
  for (const scene of scenes)
    yield [
      scene.id,
      scene.title,
      scene.kind,
      scene.state,
      scene.origin,
      regionName.get(scene.regionId ?? '') ?? null,
      scene.vault,
      scene.path,
      scene.at,
      scene.degree,
      scene.x,
      scene.y,
      scene.aliases,
      scene.concepts,
      scene.speakers,
    ];
}

function* linkRows({ links, scenes }: ExportedField): Generator<Cell[]> {
  const title = new Map(scenes.map((scene) => [scene.id, scene.title]));
  yield ['from', 'fromTitle', 'relation', 'to', 'toTitle', 'origins', 'count', 'evidence'];
  for (const { from, to, kind, origins, count, evidence } of links) {
    const quotes = evidence.map(({ text }) => text).join('\n');
    yield [from, title.get(from) ?? null, kind, to, title.get(to) ?? null, origins, count, quotes];
  }
}

function* regionRows({ regions, scenes }: ExportedField): Generator<Cell[]> {
  yield ['id', 'name', 'hue', 'scenes', 'describes'];
  for (const { id, name, hue, describes } of regions)
    yield [id, name, hue, scenes.filter(({ regionId }) => regionId === id).length, describes];
}

function* table(rows: Iterable<readonly Cell[]>): Generator<string> {
  yield '\ufeff';
  for (const row of rows) yield `${row.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? cell : cell.join('; ');
  const shown = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
