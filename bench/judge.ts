import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../models/cache-folder.ts';
import { chooseModels } from '../models/choice.ts';
import { weightsPath } from '../models/fetch/fetch-model.ts';
import { inManifest } from '../models/manifest.ts';
import type { JudgeInput } from '../models/models.ts';
import { createModels } from '../models/supervise/create-models.ts';
import { judgeLinks } from '../models/tasks/judge-links.ts';
import { makeTrials } from '../server/proposals/eval/trials.ts';
import { judgedNote } from '../server/proposals/judge/judged-note.ts';
import { corpusFromSources } from '../server/proposals/signals/from-sources.ts';
import { resolveLinks } from '../server/vault/resolve/resolve-links.ts';
import { scanVault } from '../server/vault/scan.ts';
import { openFreshJudge } from './judge/fresh-context.ts';
import { type Bench, target } from './result.ts';

const model = 'qwen2.5-coder-0.5b-instruct-q4_k_m';
const [sources, candidatesEach] = [5, 12];

/** What the judge's shared prefix and token probabilities save beside a fresh context with a JSON grammar, pair by pair with the same prompts. */
export const run: Bench = async ({ root, say, parameters }) => {
  const dir = parameters[0] ?? path.join(root, '..', 'shared', 'vaults', 'obsidian-help-ru');
  const entry = inManifest(model);
  if (!existsSync(dir) || entry === undefined) {
    say(`judge: ${dir} is not there; give a folder of notes`);
    return { targets: [], peers: [] };
  }
  const prompts = await promptsOf(dir);
  const cache = cacheFolder();
  const models = createModels({
    cache,
    choice: chooseModels({ env: { SCENEFIELD_EMBED_MODEL: 'none', SCENEFIELD_WRITE_MODEL: model } }),
  });
  const ours = { verdicts: [] as boolean[], tokens: 0, seconds: 0 };
  try {
    await models.ready('write');
    // Its context is made at the first question; the peer's loading is not counted either.
    await models.judge({ ...prompts[0], endings: ['?'] } as JudgeInput, { priority: 'person' });
    for (const prompt of prompts) {
      const { shares, promptTokens, seconds } = await models.judge(prompt, { priority: 'person' });
      ours.verdicts.push(...shares.map(([yes = 0]) => yes > 0.5));
      ours.tokens += promptTokens;
      ours.seconds += seconds;
    }
  } finally {
    await models.stop();
  }
  say(`ours: ${ours.verdicts.length} pairs in ${ours.seconds.toFixed(1)} s`);
  const fresh = await openFreshJudge(weightsPath(entry, cache));
  const theirs = { verdicts: [] as boolean[], tokens: 0, seconds: 0 };
  for (const prompt of prompts) {
    for (const at of prompt.endings.keys()) {
      const began = performance.now();
      const { says, promptTokens } = await fresh.judge(prompt, at);
      theirs.seconds += (performance.now() - began) / 1000;
      theirs.verdicts.push(says);
      theirs.tokens += promptTokens;
    }
    say(`fresh contexts: ${theirs.verdicts.length} pairs in ${theirs.seconds.toFixed(1)} s`);
  }
  await fresh.close();
  const speed = (of: typeof ours) => (60 * of.verdicts.length) / of.seconds;
  const agreeing = ours.verdicts.filter((verdict, at) => verdict === theirs.verdicts[at]).length;
  return {
    targets: [
      target('judged pairs a minute, to a fresh context', speed(ours) / speed(theirs), ['', '>=', 5]),
      target('verdicts that agree', agreeing / ours.verdicts.length, ['', '>=', 0.95]),
      target('prompt tokens, to a fresh context', ours.tokens / theirs.tokens, ['', '<=', 0.25]),
    ],
    peers: [
      { name: 'pairs a minute, ours', value: speed(ours), unit: '', ratio: 1 },
      {
        name: 'pairs a minute, fresh context with a JSON grammar',
        value: speed(theirs),
        unit: '',
        ratio: speed(ours) / speed(theirs),
      },
      {
        name: 'share of yes, ours',
        value: ours.verdicts.filter(Boolean).length / ours.verdicts.length,
        unit: '',
        ratio: 1,
      },
    ],
  };
};

/** Notes with links and candidates of theirs, some linked, in the words that the judge is asked in. */
async function promptsOf(dir: string): Promise<JudgeInput[]> {
  const scan = await scanVault(dir, {});
  const corpus = corpusFromSources(scan.sources, resolveLinks(scan.sources, scan.others).links);
  const [trial] = makeTrials(corpus, { hide: 0.2, seeds: [7], mode: 'removed' });
  const { notes } = trial?.visible ?? { notes: [] };
  const chosen = [...new Set(trial?.hidden.map(({ source }) => source))].slice(0, sources);
  const asked: JudgeInput[] = [];
  for (const at of chosen) {
    const linked = trial?.hidden.filter(({ source }) => source === at).map(({ target: to }) => to) ?? [];
    const others = [...notes.keys()].filter((other) => other !== at && !linked.includes(other));
    const candidates = [...linked, ...others].slice(0, candidatesEach).flatMap((to) => notes[to] ?? []);
    const source = notes[at];
    if (source === undefined) continue;
    const take = {
      judge: (input: JudgeInput) => {
        asked.push(input);
        return Promise.resolve({ shares: [], model, promptTokens: 0, seconds: 0 });
      },
    };
    await judgeLinks(take, {
      source: judgedNote(source),
      candidates: candidates.map(judgedNote),
      way: 'pointwise',
    });
  }
  return asked;
}
