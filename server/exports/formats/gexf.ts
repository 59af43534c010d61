import type { ExportedField, ExportedLink, ExportedRegion, ExportedScene } from '../exported-field.ts';
import { linkValues, sceneValues } from '../attribute-values.ts';
import type { ExportFormat } from '../export-format.ts';
import { regionColour } from '../region-colour.ts';
import { xmlText } from '../xml-text.ts';

const sceneAttributes = {
  kind: 'string',
  state: 'string',
  origin: 'string',
  region: 'string',
  vault: 'string',
  path: 'string',
  at: 'string',
  aliases: 'string',
  concepts: 'string',
  speakers: 'string',
  degree: 'integer',
} as const;
const linkAttributes = { relation: 'string', origins: 'string', evidence: 'string' } as const;
/** A scene in no region, and what nobody wrote. */
const plain = { r: 140, g: 140, b: 140 };

/** https://gexf.net/schema.html, version 1.3: opened by Gephi as the map looks here, with its places, colours and sizes. */
export const gexf: ExportFormat = {
  ending: '.gexf',
  isFolder: false,
  needsText: false,
  files: (field) => [{ path: '', text: write(field) }],
};

function* write({ title, scenes, links, regions }: ExportedField): Generator<string> {
  const regionOf = new Map(regions.map((region) => [region.id, region]));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield `<meta><creator>Scenefield</creator><description>${xmlText(title)}</description></meta>\n`;
  yield '<graph defaultedgetype="directed" mode="static">\n';
  yield attributes('node', sceneAttributes);
  yield attributes('edge', linkAttributes);
  yield '<nodes>\n';
  for (const scene of scenes) yield node(scene, regionOf.get(scene.regionId ?? ''));
  yield '</nodes>\n<edges>\n';
  let number = 0;
  for (const link of links) yield edge(link, number++);
  yield '</edges>\n</graph>\n</gexf>\n';
}

function node(scene: ExportedScene, region: ExportedRegion | undefined): string {
  const values = attvalues(sceneValues(scene, region?.name ?? null));
  const { r, g, b } = region === undefined ? plain : regionColour(region.hue);
  // Up is positive in Gephi.
  const place = `<viz:position x="${scene.x}" y="${-scene.y}" z="0"/>`;
  const look = `<viz:color r="${r}" g="${g}" b="${b}"/><viz:size value="${size(scene.degree)}"/>`;
  return `<node id="${xmlText(scene.id)}" label="${xmlText(scene.title)}">${values}${look}${place}</node>\n`;
}

/** As on the map, field units. */
function size(degree: number): number {
  return Math.round(10 * Math.min(40, 13 + 3.1 * Math.sqrt(degree))) / 10;
}

function edge(link: ExportedLink, number: number): string {
  const { from, to, kind, count } = link;
  return `<edge id="e${number}" source="${xmlText(from)}" target="${xmlText(to)}" kind="${kind}" weight="${count}">${attvalues(linkValues(link))}</edge>\n`;
}

function attributes(of: 'node' | 'edge', names: Record<string, string>): string {
  const list = Object.entries(names).map(
    ([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>`,
  );
  return `<attributes class="${of}">${list.join('')}</attributes>\n`;
}

function attvalues(values: Record<string, string | number | null>): string {
  const list = Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<attvalue for="${name}" value="${xmlText(String(value))}"/>`);
  return `<attvalues>${list.join('')}</attvalues>`;
}
