import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createTestModels } from '../models/testing/test-models.ts';
import { answeredFrom } from '../server/conversation/answerable.ts';
import { fitAnswerable } from './conversation/fit-answerable.ts';
import { LabelledQuestion } from './conversation/labelled.ts';
import { answerAll } from './conversation/measure-answers.ts';
import { askAll, type Asked, shareInFirst } from './conversation/measure-retrieval.ts';
import { measureSpeed } from './conversation/measure-speed.ts';
import { type OpenedTalk, openTalk } from './conversation/open-talk.ts';
import { fitThreshold, tellBy } from './conversation/threshold.ts';
import { publicVaults } from './public-vaults.ts';
import { readLabelled } from './read-labelled.ts';
import { type Bench, type Peer, type Target, target } from './result.ts';

const languages = ['ru', 'en'] as const;
/** The Hub without its lists of people, plugins and themes. */
const partsOfHub = [
  '00 - Contribute to the Obsidian Hub',
  '03 - Showcases & Templates',
  '04 - Guides, Workflows, & Courses',
  '05 - Concepts',
  '06 - Inbox',
];

/**
 * Questions over the public vaults: the right passage among the first five and what is declined, beside plain nearest vectors; whole answers of the small model,
 * held against their sources; how soon the first word comes. Parameters: some of `retrieval`, `answers`, `speed` (default: all); `fit` prints weights and misses.
 */
export const run: Bench = async ({ root, say, parameters }) => {
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-conversation-'));
  const isAsked = (part: string) => parameters.length === 0 || parameters.includes(part);
  const models = createTestModels();
  const parts: { targets: Target[]; peers: Peer[] }[] = [];
  const asked: Asked[] = [];
  try {
    await models.ready('embed');
    const vaults = await publicVaults(root, place);
    // speed is that of one vault
    const read = parameters.length === 1 && isAsked('speed') ? (['ru'] as const) : languages;
    for (const language of read) {
      const folder = vaults[language];
      if (folder === null) {
        say(`conversation, ${language}: skipped, its vault is not there`);
        continue;
      }
      const questions = await readLabelled(root, `conversation/${language}.jsonl`, LabelledQuestion);
      const own = path.join(place, language);
      const talk = await openTalk({
        folder,
        parts: language === 'en' ? partsOfHub : null,
        place: own,
        models,
        say,
      });
      try {
        if (isAsked('retrieval') || parameters.includes('fit'))
          asked.push(...(await askAll(talk, questions)));
        if (isAsked('answers')) parts.push(await measureAnswers(talk, { language, questions, say }));
        if (isAsked('speed') && language === 'ru') {
          const answered = questions.flatMap((each) => (each.path === null ? [] : [each.question]));
          parts.push(await measureSpeed(talk, answered.slice(0, 8), say));
        }
      } finally {
        await talk.close();
      }
    }
  } finally {
    await models.stop();
    await rm(place, { recursive: true, force: true });
  }
  if (asked.length > 0) parts.unshift(retrievalFigures(asked));
  if (parameters.includes('fit')) sayFit(asked, say);
  return { targets: parts.flatMap(({ targets }) => targets), peers: parts.flatMap(({ peers }) => peers) };
};

function retrievalFigures(asked: readonly Asked[]): { targets: Target[]; peers: Peer[] } {
  const held = asked.filter(({ question }) => question.half === 'held');
  const tune = asked.filter(({ question }) => question.half === 'tune');
  const figures = (of: readonly Asked[], value: (one: Asked) => number) =>
    of.map((one) => ({ value: value(one), hasAnswer: one.question.path !== null }));
  const own = (of: readonly Asked[]) =>
    tellBy(
      answeredFrom,
      figures(of, ({ probability }) => probability),
    );
  const cosine = ({ plain }: Asked) => plain.cosine;
  const plain = tellBy(fitThreshold(figures(tune, cosine)), figures(held, cosine));
  const found = shareInFirst(asked, ({ place }) => place);
  const byVectors = shareInFirst(asked, ({ plain: { place } }) => place);
  const peer = (name: string, value: number, ours: number): Peer => ({
    name,
    value,
    unit: '',
    ratio: ours / value,
  });
  return {
    targets: [
      target('questions', asked.length, ['', '>=', 60]),
      target('right passage in the first five', found, ['', '>=', 0.85]),
      target('declined without an answer, held half', own(held).declined, ['', '>=', 0.8]),
      target('declined without an answer, all', own(asked).declined, ['', '>=', 0.8]),
      target('answered with an answer, held half', own(held).answered, ['', '>=', 0.8]),
    ],
    peers: [
      peer('right passage in the first five, plain vectors', byVectors, found),
      peer(
        'right passage in the first five, held half',
        shareInFirst(held, ({ place }) => place),
        found,
      ),
      peer('declined without an answer, held half, plain vectors', plain.declined, own(held).declined),
      peer('answered with an answer, held half, plain vectors', plain.answered, own(held).answered),
    ],
  };
}

interface AnswersInput {
  language: string;
  questions: readonly LabelledQuestion[];
  say(line: string): void;
}

async function measureAnswers(talk: OpenedTalk, { language, questions, say }: AnswersInput) {
  await talk.deps.models.ready('write');
  const { spans, exact, sentences, supported, worded } = await answerAll(talk, questions);
  say(`answers, ${language}: ${sentences} sentences, ${worded} worded by the model, the others quoted`);
  return {
    targets: [
      target(`cited spans byte for byte, ${language}`, exact / spans, ['', '>=', 1]),
      target(
        `sentences whose words stand in their source or that are marked, ${language}`,
        supported / sentences,
        ['', '>=', 1],
      ),
    ],
    peers: [
      {
        name: `worded by the model, ${language}`,
        value: worded,
        unit: 'sentences',
        ratio: worded / sentences,
      },
    ],
  };
}

/** What to write into `answerable.ts`, and what is not found or told wrongly in the half that may be looked at. */
function sayFit(asked: readonly Asked[], say: (line: string) => void): void {
  const tune = asked.filter(({ question }) => question.half === 'tune');
  say(JSON.stringify(fitAnswerable(tune), null, 2));
  for (const { question, place, probability, fit } of tune) {
    const isTold = probability >= answeredFrom === (question.path !== null);
    if (!isTold || (question.path !== null && (place < 0 || place >= 5)))
      say(`${place} ${probability.toFixed(2)} ${JSON.stringify(fit)} ${question.question}`);
  }
}
