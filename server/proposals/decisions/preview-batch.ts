import { z } from 'zod';
import type { BatchPreview } from '../../../graph-schema/views/batch-preview.ts';
import type { ProposalDeps } from '../deps.ts';
import { countBetween, readBatch } from './decisions.cypher.ts';

const Region = z.object({ id: z.string(), name: z.string() }).nullable();
const Row = z.object({
  kind: z.string(),
  isOpen: z.boolean(),
  fromRoot: z.string(),
  toRoot: z.string(),
  from: Region,
  to: Region,
});

const mostJoins = 5;

/** What deciding these together would change; nothing is changed. */
export async function previewBatch(
  { graph }: Pick<ProposalDeps, 'graph'>,
  ids: readonly string[],
): Promise<BatchPreview> {
  return graph.read(async (tx) => {
    const rows = z.array(Row).parse(await tx.run(readBatch, { ids: [...new Set(ids)] }));
    const open = rows.filter(({ isOpen }) => isOpen);
    const links = open.filter(({ kind }) => kind !== 'scene');
    const pairs = new Map<string, { ids: string[]; names: string[]; links: number }>();
    for (const { from, to } of links) {
      if (from === null || to === null || from.id === to.id) continue;
      const ends = [from, to].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const key = ends.map(({ id }) => id).join(' ');
      const pair = pairs.get(key) ?? {
        ids: ends.map(({ id }) => id),
        names: ends.map(({ name }) => name),
        links: 0,
      };
      pairs.set(key, { ...pair, links: pair.links + 1 });
    }
    const joins: BatchPreview['joins'] = [];
    for (const pair of [...pairs.values()].toSorted((a, b) => b.links - a.links).slice(0, mostJoins)) {
      const [row] = await tx.run(countBetween, { a: pair.ids[0], b: pair.ids[1] });
      const [from = '', to = ''] = pair.names;
      joins.push({ from, to, links: pair.links, now: Number(row?.['count'] ?? 0) });
    }
    return {
      links: links.length,
      scenes: open.length - links.length,
      notes: new Set(links.flatMap(({ fromRoot, toRoot }) => [fromRoot, toRoot])).size,
      decided: rows.length - open.length,
      joins,
    };
  });
}
