import { cacheFolder } from '../../models/cache-folder.ts';
import { chooseModels } from '../../models/choice.ts';
import { inManifest } from '../../models/manifest.ts';
import { readAheadOfAnswers } from '../../models/tasks/answer-from-span.ts';
import { createModels } from '../../models/supervise/create-models.ts';
import { answerQuestion } from '../../server/conversation/answer-question.ts';
import { median, type Peer, type Target, target } from '../result.ts';
import { pace } from './measure-answers.ts';
import type { OpenedTalk } from './open-talk.ts';

/** What each writing model may take for its first word, seconds. */
const limits: Readonly<Record<string, number>> = {
  'qwen2.5-coder-0.5b-instruct-q4_k_m': 4,
  'qwen2.5-coder-1.5b-instruct-q4_k_m': 10,
};
const rawPrompt = 'Перечисли по порядку все целые числа, начиная с единицы, словами через запятую.';
const rawTokens = 160;

/** First word of the first turn and of later ones, and the pace of writing beside the same model without a task; once for each writing model that is here. */
export async function measureSpeed(
  talk: OpenedTalk,
  questions: readonly string[],
  say: (line: string) => void,
): Promise<{ targets: Target[]; peers: Peer[] }> {
  const [targets, peers]: [Target[], Peer[]] = [[], []];
  for (const [id, limit] of Object.entries(limits)) {
    const env = { SCENEFIELD_EMBED_MODEL: 'multilingual-e5-small-q4', SCENEFIELD_WRITE_MODEL: id };
    const models = createModels({ cache: cacheFolder(), choice: chooseModels({ env }) });
    try {
      if (inManifest(id) === undefined || !(await models.isHere('write'))) {
        say(`speed, ${id}: skipped, its weights are not here`);
        continue;
      }
      await models.ready('embed');
      await models.ready('write');
      // as the page does when a question begins to be written
      const began = performance.now();
      await readAheadOfAnswers(models, 'ru');
      const ahead = (performance.now() - began) / 1000;
      const paced = pace(models);
      const firsts: number[] = [];
      const before: string[] = [];
      for (const question of questions) {
        const { firstTokenSeconds } = await answerQuestion(
          { ...talk.deps, models: paced.models },
          {
            question,
            vaultId: null,
            selected: [],
            thread: { questions: before.toReversed(), summary: null },
            seed: 1,
          },
          { emit: () => undefined, signal: new AbortController().signal },
        );
        if (firstTokenSeconds !== null) firsts.push(firstTokenSeconds);
        before.push(question);
      }
      const [first = Number.NaN, ...later] = firsts;
      const own = paced.tokensPerSecond();
      const raw = pace(models);
      await raw.models.generate({ prompt: rawPrompt, maxTokens: rawTokens, seed: 1 }, { priority: 'person' });
      const rawPace = raw.tokensPerSecond();
      const short = /-(\d\.\db)-/.exec(id)?.[1] ?? id;
      say(`${short}: first words after ${firsts.map((each) => each.toFixed(2)).join(', ')} s`);
      targets.push(
        target(`first word, ${short}, what comes before every question read while it is typed`, first, [
          's',
          '<=',
          limit,
        ]),
        target(
          `first word of later turns to a first one with nothing read, ${short}`,
          median(later) / (first + ahead),
          ['', '<=', 0.5],
        ),
        target(`pace of writing to raw, ${short}`, own / rawPace, ['', '>=', 0.9]),
      );
      peers.push({
        name: `reading what comes before every question, ${short}`,
        value: ahead,
        unit: 's',
        ratio: ahead / first,
      });
      peers.push({ name: `raw writing, ${short}`, value: rawPace, unit: 'tokens/s', ratio: own / rawPace });
    } finally {
      await models.stop();
    }
  }
  return { targets, peers };
}
