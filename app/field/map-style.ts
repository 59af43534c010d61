import type { StylesheetJson } from 'cytoscape';
import type { MapColours } from './map-colours.ts';

/**
 * How the elements look. Sizes are in field units and shrink against the zoom (`scale`), so that scenes neither vanish far away nor
 * swell near by; labels are drawn by a layer of our own.
 */
export function mapStyle(colours: MapColours, scale: () => number): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: (node: { data(name: string): number }) => node.data('size') * scale(),
        height: (node: { data(name: string): number }) => node.data('size') * scale(),
        'background-color': 'data(colour)',
        'border-width': () => 1.5 * scale(),
        'border-color': colours.halo,
        'overlay-opacity': 0,
        'z-index': 2,
      },
    },
    {
      selector: 'node[state = "missing"]',
      style: {
        'background-color': colours.ground,
        'border-color': 'data(colour)',
        'border-style': 'dashed',
        'border-width': () => 2 * scale(),
      },
    },
    {
      selector: 'node[?pinned]',
      style: { shape: 'round-rectangle', 'border-color': colours.ink, 'border-width': () => 2 * scale() },
    },
    {
      selector: 'node.marked',
      style: { 'border-color': colours.accent, 'border-width': () => 5 * scale(), 'border-style': 'solid' },
    },
    { selector: 'node[state = "gone"]', style: { 'background-opacity': 0.45 } },
    {
      selector: 'edge',
      style: {
        'curve-style': 'haystack',
        'haystack-radius': 0,
        width: () => 0.9 * scale(),
        'line-color': 'data(colour)',
        opacity: 0.42,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge[?across]', style: { opacity: 0.3 } },
    {
      selector: 'edge[origin != "vault"]',
      style: { 'line-color': colours.accent, width: () => 2 * scale(), opacity: 0.9 },
    },
    {
      selector: 'edge[?ghost]',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bend)',
        'control-point-weights': 0.5,
        'line-color': colours.model,
        'line-style': 'dashed',
        'line-dash-pattern': [16, 11],
        width: () => 2 * scale(),
        'target-arrow-shape': 'triangle',
        'target-arrow-color': colours.model,
        'arrow-scale': 0.7,
        opacity: 0.95,
        'z-index': 3,
      },
    },
    { selector: 'edge[?ghost].chosen', style: { width: () => 4 * scale() } },
    { selector: 'edge.far', style: { opacity: 0 } },
    { selector: 'edge[?ghost].far', style: { opacity: 0.8 } },
    { selector: 'node.faded', style: { opacity: 0.22 } },
    { selector: 'edge.faded', style: { opacity: 0.06 } },
    { selector: 'edge.near', style: { opacity: 0.9, width: () => 1.6 * scale(), 'line-color': colours.ink } },
  ];
}
