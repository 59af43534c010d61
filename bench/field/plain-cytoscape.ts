import { createRequire } from 'node:module';
import type { Page } from 'playwright';

/** A graph of Cytoscape as its introduction draws one, with names, filling the page. Drawn by lot with a seed; places by its own grid. */
export async function drawPlain(
  page: Page,
  { nodes, edges }: { nodes: number; edges: number },
): Promise<void> {
  const file = createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js');
  await page.setContent('<div id="graph" style="position:fixed;inset:0"></div>');
  await page.addScriptTag({ path: file });
  await page.evaluate(
    ({ nodes, edges }) => {
      let state = 7;
      const lot = (below: number) => {
        state = (state * 48_271) % 2_147_483_647;
        return state % below;
      };
      const elements = [
        ...Array.from({ length: nodes }, (_, at) => ({ data: { id: `n${at}`, name: `Note number ${at}` } })),
        ...Array.from({ length: edges }, (_, at) => ({
          data: { id: `e${at}`, source: `n${lot(nodes)}`, target: `n${lot(nodes)}` },
        })),
      ];
      const cytoscape = Reflect.get(globalThis, 'cytoscape') as (options: object) => unknown;
      cytoscape({
        container: document.querySelector('#graph'),
        elements,
        style: [{ selector: 'node', style: { label: 'data(name)' } }],
        layout: { name: 'grid' },
      });
    },
    { nodes, edges },
  );
  await page.waitForTimeout(1000);
}
