import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { JoinView } from '../../graph-schema/views/join-view.ts';
import type { Graph } from '../graph/graph.ts';
import { readLinksOf } from './read-scene-links.ts';
import { readEnd, readVoices } from './read-scene.cypher.ts';

const Voice = JoinView.shape.links.element
  .pick({ id: true, since: true, reason: true, models: true })
  .extend({ reasonBy: z.string().nullable() });

/** Who says that two scenes are linked, and why. Sections and turns stand for their roots. @throws AppError not_found */
export async function readJoin(
  { graph }: { graph: Graph },
  { from, to }: { from: string; to: string },
): Promise<JoinView> {
  return graph.read(async (tx) => {
    const endOf = async (id: string) => {
      const [row] = await tx.run(readEnd, { id });
      if (row === undefined) throw new AppError('not_found', { values: { id } });
      return JoinView.shape.from.parse(row);
    };
    const [first, second] = [await endOf(from), await endOf(to)];
    const roots = { from: first.id, to: second.id };
    const links = await readLinksOf(tx, roots.from, roots.to);
    const voices = new Map(
      z
        .array(Voice)
        .parse(await tx.run(readVoices, roots))
        .map((voice) => [voice.id as string, voice]),
    );
    const silent = { since: null, reason: null, reasonBy: null, models: [] };
    return JoinView.parse({
      from: first,
      to: second,
      links: links.map((link) => ({ ...link, ...(voices.get(link.id) ?? silent) })),
    });
  });
}
