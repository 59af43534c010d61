import type { GenerateInput, Models } from '../../models/models.ts';
import { writeReason } from '../../models/tasks/write-reason.ts';
import { createFindEvidence } from '../../server/proposals/evidence/find-evidence.ts';
import { trainRanker } from '../../server/proposals/fusion/ranker.ts';
import { linkRow } from '../../server/proposals/queue/link-rows.ts';
import { rankLinks } from '../../server/proposals/queue/rank-links.ts';
import { buildCorpusIndex } from '../../server/proposals/signals/corpus-index.ts';
import type { Corpus } from '../../server/proposals/signals/corpus.ts';
import { wordSignals } from '../../server/proposals/signals/word-signals.ts';
import { plainText } from '../../server/vault/parse/plain-text.ts';
import { type Peer, type Target, target } from '../result.ts';

const shown = 50;
const noTaste = { features: new Float64Array(), targets: new Map<string, number>() };

/**
 * Tokens that models read: for the first fifty proposals (their finding is handed no model), for a line of reason under each of them, and for vectors of
 * everything. Prompts are counted in the writing model's own vocabulary; its answers are taken from the quote, since only reading is counted.
 */
export async function measureCost(
  corpus: Corpus,
  models: Models,
): Promise<{ targets: Target[]; peers: Peer[] }> {
  const counting = countReading(models);
  const index = buildCorpusIndex(corpus);
  const ranker = await trainRanker(corpus, wordSignals, { seed: 1 })(wordSignals);
  const ranked = await rankLinks({
    index,
    signals: wordSignals,
    ranker,
    taste: noTaste,
    limit: shown,
    signal: undefined,
  });
  const findEvidence = createFindEvidence(index);
  const untilShown = counting.read();
  let proposals = 0;
  for (const pair of ranked) {
    const found = linkRow(index, pair, findEvidence, { weights: '', models: [], seed: 1 });
    if (!('row' in found)) continue;
    proposals += 1;
    const [from = '', to = ''] = found.row.evidenceTexts.map(plainText);
    const titleOf = (at: number) => corpus.notes[at]?.title ?? '';
    const sides = {
      from: { title: titleOf(pair.source), text: from },
      to: { title: titleOf(pair.target), text: to },
    };
    await writeReason(counting, sides);
  }
  const count = (role: 'write' | 'embed', texts: readonly string[]) =>
    sumOf(texts, (text) => models.countTokens(role, text));
  const source = await count(
    'write',
    corpus.notes.map(({ text }) => text),
  );
  const embedded = await count(
    'embed',
    corpus.notes.flatMap((note) => [note.title, ...note.passages.map(({ text }) => text)]),
  );
  const tokens = (name: string, value: number): Peer => ({ name, value, unit: 'tokens', ratio: 1 });
  const reasons = counting.read();
  return {
    targets: [
      target(`model tokens read until the first ${proposals} proposals are there`, untilShown, [
        'tokens',
        '<=',
        0,
      ]),
    ],
    peers: [
      tokens('of the vault', source),
      tokens('read by the writing model per proposal with a line of reason', reasons / proposals),
      tokens('the same per token of the vault, for all of them', reasons / source),
      tokens(
        'read by the embedding model per token of the vault, for vectors of everything',
        embedded / source,
      ),
    ],
  };
}

/** What comes before the prompt is the same for all and read once. */
function countReading(models: Models): Pick<Models, 'generate'> & { read(): number } {
  let read = 0;
  const once = new Set<string>();
  return {
    read: () => read,
    async generate({ system = '', examples = [], prompt }: GenerateInput) {
      const before = [system, ...examples.flatMap((each) => [each.prompt, each.answer])].join('\n');
      if (!once.has(before)) read += await models.countTokens('write', before);
      once.add(before);
      read += await models.countTokens('write', prompt);
      const text = prompt.split('\n').at(-1)?.slice(0, 60) ?? '';
      return { text, tokens: 10, model: '', seconds: 0 };
    },
  };
}

async function sumOf(texts: readonly string[], count: (text: string) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const text of texts) sum += await count(text);
  return sum;
}
