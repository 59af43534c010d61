import { z } from 'zod';
import { isAppError } from '../../../graph-schema/app-error.ts';
import { judgeLinks, judgeLinksVersion } from '../../../models/tasks/judge-links.ts';
import type { ProposeDeps } from '../deps.ts';
import type { RankedPair } from '../queue/rank-links.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import { readVaults } from './judge.cypher.ts';
import type { JudgeSwitch } from './judge-switch.ts';
import { judgedNote } from './judged-note.ts';
import { verdictTerm } from './verdict-weight.ts';

const Row = z.object({ id: z.string(), vaultId: z.string().nullable() });

/**
 * The ranked pairs with the verdicts of the judges that are switched on, best first; `models`: whose. As they came where no judge is on, or where it
 * stopped answering: what the signals found does not wait for a model.
 */
export async function judgeRanked(
  { graph, models, judges }: Pick<ProposeDeps, 'graph' | 'models' | 'judges'>,
  { index, ranked, signal }: { index: CorpusIndex; ranked: RankedPair[]; signal: AbortSignal | undefined },
): Promise<{ ranked: RankedPair[]; models: string[] }> {
  const switches = (judges?.() ?? []).filter(({ version }) => version === judgeLinksVersion);
  const none = { ranked, models: [] };
  if (switches.length === 0) return none;
  const bySource = new Map<number, RankedPair[]>();
  for (const pair of ranked) bySource.set(pair.source, [...(bySource.get(pair.source) ?? []), pair]);
  const ids = [...bySource.keys()].map((at) => index.corpus.notes[at]?.id ?? '');
  const rows = z.array(Row).parse(await graph.read((tx) => tx.run(readVaults, { ids })));
  const vaultOf = new Map(rows.map(({ id, vaultId }) => [id, vaultId]));
  const terms = new Map<RankedPair, number>();
  const asked = new Set<string>();
  try {
    for (const [at, pairs] of bySource) {
      const note = index.corpus.notes[at];
      const judge = switches.find(({ vaultId }) => vaultId === vaultOf.get(note?.id ?? ''));
      if (note === undefined || judge === undefined) continue;
      const found = await verdictsOf(models, judge, { index, source: at, pairs, signal });
      if (found === null) continue;
      asked.add(judge.model);
      for (const [place, pair] of pairs.entries()) terms.set(pair, found[place] ?? 0);
    }
  } catch (error) {
    if (!isAppError(error) || signal?.aborted) throw error;
    return none;
  }
  const judged = ranked.map((pair) => {
    const term = terms.get(pair) ?? 0;
    return { ...pair, score: pair.score + term, worth: pair.worth + term, order: pair.order + term };
  });
  return { ranked: judged.toSorted((a, b) => b.order - a.order), models: [...asked] };
}

/** Null where another model answers than the one that was tested. */
async function verdictsOf(
  models: ProposeDeps['models'],
  judge: JudgeSwitch,
  {
    index,
    source,
    pairs,
    signal,
  }: { index: CorpusIndex; source: number; pairs: readonly RankedPair[]; signal: AbortSignal | undefined },
): Promise<number[] | null> {
  const noteAt = (at: number) => {
    const note = index.corpus.notes[at];
    return note ? judgedNote(note) : { title: '', text: '' };
  };
  const candidates = pairs.map(({ target }) => noteAt(target));
  const asked = { source: noteAt(source), candidates, way: judge.way };
  const { verdicts, model } = await judgeLinks(models, asked, {
    priority: 'background',
    ...(signal && { signal }),
  });
  return model === judge.model ? verdicts.map(({ probability }) => verdictTerm(judge, probability)) : null;
}
