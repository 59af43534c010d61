import path from 'node:path';
import type { Models } from '../../models/models.ts';
import { embedWork } from '../../server/search/embed-work.ts';
import { openNearest } from '../../server/search/knn/open-nearest.ts';
import { search } from '../../server/search/search.ts';
import { ingestVault } from '../../server/vault/ingest/ingest-vault.ts';
import { type Target, target } from '../result.ts';
import { openNeo4j } from '../vault/open-neo4j.ts';
import { timed, type Times, timesOf } from './times.ts';

const questions = 120;
const limit = 6;
const titlesOf = `
MATCH (s:Scene) WHERE s.state = 'present' AND size(s.title) > 5 RETURN s.title AS title ORDER BY s.id LIMIT $limit`;

/** What a person waits for while the embed job runs: the first hits at each key, and the same question refined by its vector. */
export async function measureFirstHits(
  folder: string,
  { models, firstMs, say }: { models: Models; firstMs: number; say: (line: string) => void },
): Promise<Target[]> {
  const { graph, address, close } = await openNeo4j();
  const nearest = openNearest({
    graph,
    address: () => address,
    onFault: (fault) => say(String(fault)),
  });
  const stopping = new AbortController();
  try {
    const { sources } = await ingestVault({ graph }, { path: folder, name: path.basename(folder) });
    await models.ready('embed');
    const deps = { graph, models, nearest };
    const job = embedWork(deps)({}, { id: 'bench', signal: stopping.signal, report: () => undefined });
    const ended = job.catch(() => undefined);
    const rows = await graph.read((tx) => tx.run(titlesOf, { limit: questions + 20 }));
    const [first, refined]: [number[], number[]] = [[], []];
    for (const [index, { title }] of rows.entries()) {
      // as it is typed: a title, cut where a person may have got to
      const text = String(title).slice(0, 4 + (index % 24));
      const isWarm = index >= 20;
      const ask = (mode: 'text' | 'fused') => search(deps, { text, limit, mode });
      await timed(isWarm ? first : [], () => ask('text'));
      await timed(isWarm ? refined : [], () => ask('fused'));
    }
    stopping.abort();
    await ended;
    say(`first hits: ${shown(timesOf(first))}; refined: ${shown(timesOf(refined))}`);
    return [
      target(`first hits, ${sources} sources, embedding, p95`, timesOf(first).p95, ['ms', '<=', firstMs]),
      target(`refined, ${sources} sources, embedding, p95`, timesOf(refined).p95, ['ms', '<=', 350]),
    ];
  } finally {
    stopping.abort();
    await nearest.stop();
    await close();
  }
}

function shown({ p50, p95 }: Times): string {
  return `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
}
