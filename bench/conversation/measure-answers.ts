import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Answer } from '../../graph-schema/views/conversation-view.ts';
import type { Models } from '../../models/models.ts';
import { contentStems } from '../../models/words/stem.ts';
import { answerQuestion } from '../../server/conversation/answer-question.ts';
import type { LabelledQuestion } from './labelled.ts';
import type { OpenedTalk } from './open-talk.ts';

/** Whole answers to the questions, and what of them holds. */
export interface Answered {
  answers: { question: LabelledQuestion; answer: Answer }[];
  spans: number;
  /** spans that are exactly that slice of their file */
  exact: number;
  sentences: number;
  /** sentences of which every content word stands in the cited span by stem */
  supported: number;
  /** worded by the model, not quoted */
  worded: number;
  /** tokens a second while the model writes */
  tokensPerSecond: number;
}

export async function answerAll(talk: OpenedTalk, questions: readonly LabelledQuestion[]): Promise<Answered> {
  const paced = pace(talk.deps.models);
  const deps = { ...talk.deps, models: paced.models };
  const answers: Answered['answers'] = [];
  const texts = new Map<string, string>();
  const count = { spans: 0, exact: 0, sentences: 0, supported: 0, worded: 0 };
  for (const question of questions) {
    const answer = await answerQuestion(
      deps,
      {
        question: question.question,
        vaultId: null,
        selected: [],
        thread: { questions: [], summary: null },
        seed: 1,
      },
      { emit: () => undefined, signal: new AbortController().signal },
    );
    answers.push({ question, answer });
    for (const source of answer.sources) {
      const file = path.join(talk.folder, source.path);
      const text = texts.get(file) ?? (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
      texts.set(file, text);
      count.spans += 1;
      count.exact += Number(text.slice(source.start, source.end) === source.text);
    }
    for (const { text, n, support } of answer.sentences) {
      const known = new Set(contentStems(answer.sources.find((source) => source.n === n)?.text ?? ''));
      count.sentences += 1;
      count.worded += Number(support === 'worded');
      count.supported += Number(support === 'own' || contentStems(text).every((stem) => known.has(stem)));
    }
  }
  return { answers, ...count, tokensPerSecond: paced.tokensPerSecond() };
}

/** The same models, with a look at how fast they write. */
export function pace(models: Models): { models: Models; tokensPerSecond(): number } {
  let [tokens, seconds] = [0, 0];
  return {
    models: {
      ...models,
      async generate(input, options) {
        let first: number | null = null;
        const written = await models.generate(
          {
            ...input,
            onText(piece) {
              first ??= performance.now();
              input.onText?.(piece);
            },
          },
          options,
        );
        if (first !== null && written.tokens > 1) {
          tokens += written.tokens - 1;
          seconds += (performance.now() - first) / 1000;
        }
        return written;
      },
    },
    tokensPerSecond: () => tokens / seconds,
  };
}
