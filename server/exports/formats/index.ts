import type { ExportFormatName } from '../../../graph-schema/views/export-view.ts';
import type { ExportFormat } from '../export-format.ts';
import { additionsFolder } from './additions.ts';
import { csv } from './csv.ts';
import { cypherScript } from './cypher-script.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { htmlPage } from './html-page.ts';
import { jsonCanvas } from './json-canvas.ts';
import { markdownFolder } from './markdown-folder.ts';

export const formats: Record<ExportFormatName, ExportFormat> = {
  html: htmlPage,
  graphml,
  gexf,
  canvas: jsonCanvas,
  csv,
  markdown: markdownFolder,
  cypher: cypherScript,
  additions: additionsFolder,
};
