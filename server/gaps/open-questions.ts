import { z } from 'zod';
import { SceneId } from '../../graph-schema/ids.ts';
import type { Gap } from '../../graph-schema/views/gap.ts';
import { degreeOf, type FieldGraph } from '../field/field-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { createSentenceReader } from '../vault/parse/sentences.ts';
import { plainText } from '../vault/parse/plain-text.ts';
import { Place, quoteOf } from './gap-quotes.ts';
import { readAsked, readAskedIn } from './gaps.cypher.ts';
import { bare } from './make-gaps.ts';

const Asked = Place.extend({ rootId: SceneId, rootTitle: z.string(), at: z.string().nullable() });
type Asked = z.infer<typeof Asked>;

const dayMs = 86_400_000;
/** A bare "why?" asks nothing that can be told from its words. */
const fewestWords = 3;

/**
 * Questions that nobody answered: the last sentence of a scene that nothing follows and that no `answers` link leads to. By importance × age: one more than the note's links,
 * times the days since it was written (a day where that is not known). `rootIds`: only in these notes.
 */
export async function openQuestions(
  graph: Graph,
  field: FieldGraph,
  asked: { vaultId?: string | undefined; limit: number; rootIds?: readonly string[] },
): Promise<Gap[]> {
  const { rootIds, vaultId = null } = asked;
  const found = await graph.read((tx) =>
    rootIds === undefined ? tx.run(readAsked, { vaultId }) : tx.run(readAskedIn, { rootIds: [...rootIds] }),
  );
  const rows = z.array(Asked).parse(found);
  const sentences = createSentenceReader();
  return rows
    .flatMap((row) => {
      const last = sentences(row.text, 0).at(-1);
      if (last === undefined) return [];
      const shown = plainText(row.text.slice(last.start, last.end)).trim();
      if (!/\?["»”')\]]*$/.test(shown) || shown.split(/\s+/).length < fewestWords) return [];
      return [questionGap(row, field, { shown, place: last })];
    })
    .sort((a, b) => b.gap - a.gap || (a.id < b.id ? -1 : 1))
    .slice(0, asked.limit);
}

function questionGap(
  row: Asked,
  field: FieldGraph,
  { shown, place }: { shown: string; place: { start: number; end: number } },
): Gap {
  const written = row.at === null ? Number.NaN : Date.parse(row.at);
  const days = Number.isNaN(written) ? null : Math.max(0, Math.floor((Date.now() - written) / dayMs));
  return {
    ...bare('open_question', row.sceneId, shown),
    sceneId: row.sceneId,
    gap: (1 + degreeOf(field, row.rootId)) * Math.max(1, days ?? 1),
    days,
    evidence: [quoteOf({ ...row, title: row.rootTitle }, place.start, place.end)],
  };
}
