import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Models } from '../../models/models.ts';
import { openCorpusThread } from '../../server/corpus-thread/open-corpus-thread.ts';
import { ingestVault } from '../../server/vault/ingest/ingest-vault.ts';
import { type Peer, type Target, target } from '../result.ts';
import { openNeo4j } from '../vault/open-neo4j.ts';

/** How long the page's thread is held up while links are looked for on another, when the first are there, and how long it takes once more when nothing or little changed. */
export async function measurePageThread(
  folder: string,
  models: Models,
): Promise<{ targets: Target[]; peers: Peer[] }> {
  const neo4j = await openNeo4j();
  const ending = new AbortController();
  try {
    await ingestVault({ graph: neo4j.graph }, { path: folder });
    const thread = openCorpusThread({
      address: () => neo4j.address,
      models,
      gapWidths: () => Promise.resolve(new Map()),
      widestGaps: () => Promise.resolve({ regionOf: new Map(), pairs: [] }),
      onFault: () => {},
      signal: ending.signal,
    });
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const once = async () => {
      const began = performance.now();
      let first = 0;
      const onStored = () => (first ||= performance.now() - began);
      await thread.propose({ kind: 'link' }, { onStored });
      return { first: first / 1000, whole: (performance.now() - began) / 1000 };
    };
    const cold = await once();
    const warm = await once();
    delay.disable();
    const seconds = (name: string, value: number): Peer => ({ name, value, unit: 's', ratio: 1 });
    return {
      targets: [
        target('the page’s thread held up while links are looked for, longest', delay.max / 1e6, [
          'ms',
          '<=',
          100,
        ]),
      ],
      peers: [
        seconds('first proposals, a thread that knows nothing yet', cold.first),
        seconds('all proposals, a thread that knows nothing yet', cold.whole),
        seconds('first proposals, once more', warm.first),
        seconds('all proposals, once more', warm.whole),
      ],
    };
  } finally {
    ending.abort();
    await neo4j.close();
  }
}
