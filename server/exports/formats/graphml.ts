import type { ExportedField, ExportedLink, ExportedScene } from '../exported-field.ts';
import { linkValues, sceneValues } from '../attribute-values.ts';
import type { ExportFormat } from '../export-format.ts';
import { xmlText } from '../xml-text.ts';

type Values = Record<string, string | number | boolean | null>;

const sceneKeys = {
  title: 'string',
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
  degree: 'int',
  x: 'double',
  y: 'double',
} as const;
const linkKeys = { relation: 'string', origins: 'string', count: 'int', evidence: 'string' } as const;

/** http://graphml.graphdrawing.org/specification.html; read by Gephi, yEd, Cytoscape, NetworkX, igraph. Lists stand one a line. */
export const graphml: ExportFormat = {
  ending: '.graphml',
  isFolder: false,
  needsText: false,
  files: (field) => [{ path: '', text: write(field) }],
};

function* write({ title, scenes, links, regions }: ExportedField): Generator<string> {
  const regionName = new Map(regions.map(({ id, name }) => [id, name]));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield `<desc>${xmlText(title)}</desc>\n`;
  yield keys('node', sceneKeys);
  yield keys('edge', linkKeys);
  yield '<graph id="field" edgedefault="directed">\n';
  for (const scene of scenes)
    yield `<node id="${xmlText(scene.id)}">${data('node', nodeValues(scene, regionName.get(scene.regionId ?? '') ?? null))}</node>\n`;
  let number = 0;
  for (const link of links)
    yield `<edge id="e${number++}" source="${xmlText(link.from)}" target="${xmlText(link.to)}">${data('edge', edgeValues(link))}</edge>\n`;
  yield '</graph>\n</graphml>\n';
}

function nodeValues(scene: ExportedScene, region: string | null): Values {
  const { title, x, y } = scene;
  return { title, ...sceneValues(scene, region), x, y };
}

function edgeValues(link: ExportedLink): Values {
  const { evidence, ...said } = linkValues(link);
  return { ...said, count: link.count, evidence };
}

function keys(of: 'node' | 'edge', names: Record<string, string>): string {
  return Object.entries(names)
    .map(([name, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');
}

function data(of: 'node' | 'edge', values: Values): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<data key="${of}-${name}">${xmlText(String(value))}</data>`)
    .join('');
}
