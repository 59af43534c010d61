import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { KindInput } from '../server/proposals/kinds/kind-input.ts';
import { thingsOfFolder } from '../server/proposals/kinds/things-of-folder.ts';
import { corpusFromSources } from '../server/proposals/signals/from-sources.ts';
import { resolveLinks } from '../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../server/vault/scan.ts';
import { LabelledConcept, LabelledContradiction, LabelledMerge } from './kinds/labelled.ts';
import { type Judged, judgeConcepts, judgeContradictions, judgeMerges } from './kinds/measure.ts';
import { publicVaults } from './public-vaults.ts';
import { readLabelled } from './read-labelled.ts';
import { type Bench, type Peer, type Target, target } from './result.ts';

const languages = ['ru', 'en'] as const;

const wanted = {
  merge: { precision: 0.9, recall: 0.6 },
  concept: { precision: 0.8, recall: 0.5 },
  contradiction: { precision: 0.8, recall: 0.3 },
};
type Kind = keyof typeof wanted;

/** Kinds of proposals against labelled pairs of the shared vaults; `wrong` as parameter prints what each got wrong. Missing vaults are skipped. */
export const run: Bench = async ({ root, say, parameters }) => {
  const judged: Record<Kind, Judged[]> = { merge: [], concept: [], contradiction: [] };
  const peers: Peer[] = [];
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-kinds-'));
  try {
    const vaults = await publicVaults(root, place);
    for (const language of languages) {
      const folder = vaults[language];
      if (folder === null) {
        say(`kinds, ${language}: skipped, its vault is not there`);
        continue;
      }
      const input = await readInput(folder);
      const own: Record<Kind, Judged[]> = {
        merge: judgeMerges(input, await readLabelled(root, `kinds/merge.${language}.jsonl`, LabelledMerge)),
        concept: judgeConcepts(
          input,
          await readLabelled(root, `kinds/concept.${language}.jsonl`, LabelledConcept),
        ),
        contradiction: judgeContradictions(
          input,
          await readLabelled(root, `kinds/contradiction.${language}.jsonl`, LabelledContradiction),
        ),
      };
      for (const kind of Object.keys(own) as Kind[]) {
        judged[kind].push(...own[kind]);
        say(`kinds, ${language}, ${kind}: ${tell(own[kind])}`);
        if (parameters.includes('wrong'))
          for (const { name, label, isFound } of own[kind])
            if (label !== isFound) say(`  ${label ? 'missed' : 'false'}: ${name.replaceAll(/\s+/g, ' ')}`);
      }
      peers.push(peerOf(language, own.merge));
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  const targets = (Object.keys(wanted) as Kind[]).flatMap((kind): Target[] => {
    if (judged[kind].length === 0) return [];
    const { precision, recall } = figuresOf(judged[kind]);
    return [
      target(`${kind}: precision`, precision, ['', '>=', wanted[kind].precision]),
      target(`${kind}: recall`, recall, ['', '>=', wanted[kind].recall]),
    ];
  });
  return { targets, peers };
};

const letters = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** What other tools do: names that are the same letters but for capitals, blanks and hyphens. */
function peerOf(language: string, judged: readonly Judged[]): Peer {
  const bySpelling = judged.map((each) => {
    const [a = '', b = ''] = each.name.split(' = ');
    return { ...each, isFound: letters(a) === letters(b) };
  });
  const [ours, theirs] = [figuresOf(judged).recall, figuresOf(bySpelling).recall];
  return {
    name: `recall of merges by same letters, ${language}`,
    value: theirs,
    unit: '',
    ratio: ours / theirs,
  };
}

async function readInput(folder: string): Promise<KindInput> {
  const { sources } = await scanVault(folder);
  const resolution = resolveLinks(sources);
  const corpus = corpusFromSources(sources, resolution.links);
  const taken = resolution.missing.map(({ title }) => title);
  return { corpus, taken, things: thingsOfFolder(sources, resolution, corpus), related: [] };
}

function figuresOf(judged: readonly Judged[]): { precision: number; recall: number } {
  const right = judged.filter(({ label, isFound }) => label && isFound).length;
  const found = judged.filter(({ isFound }) => isFound).length;
  const all = judged.filter(({ label }) => label).length;
  return { precision: right / Math.max(found, 1), recall: right / Math.max(all, 1) };
}

function tell(judged: readonly Judged[]): string {
  const { precision, recall } = figuresOf(judged);
  const positive = judged.filter(({ label }) => label).length;
  return `${judged.length} labelled, ${positive} of them right: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
}
