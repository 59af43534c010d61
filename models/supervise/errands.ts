import type { HostWork } from '../host/protocol.ts';
import type { GenerateInput, JudgeInput } from '../models.ts';
import type { Errand } from './perform.ts';
import type { Speed } from './speed.ts';

/** Vectors that have come stay: after an interruption only the other texts are asked again. */
export function embedErrand(
  texts: readonly string[],
  kind: 'query' | 'passage',
  speed: Speed,
): Errand & { vectors(): Float32Array[] } {
  const vectors: (Float32Array | undefined)[] = texts.map(() => undefined);
  let asked: number[] = [];
  return {
    rest(): HostWork | null {
      asked = [...texts.keys()].filter((i) => vectors[i] === undefined);
      return asked.length === 0 ? null : { type: 'embed', kind, texts: asked.map((i) => texts[i] ?? '') };
    },
    onNews(news) {
      const index = news.type === 'vector' ? asked[news.index] : undefined;
      if (news.type !== 'vector' || index === undefined) return;
      vectors[index] = news.vector;
      speed.count(news.tokens);
    },
    vectors: () => vectors.filter((vector) => vector !== undefined),
  };
}

/** What is judged stays judged: after an interruption only the other candidates are asked about again. */
export function judgeErrand(
  input: JudgeInput,
  role: 'write' | 'judge',
  speed: Speed,
): Errand & { shares(): number[][]; promptTokens(): number } {
  const shares: (number[] | undefined)[] = input.endings.map(() => undefined);
  let asked: number[] = [];
  let promptTokens = 0;
  return {
    rest(): HostWork | null {
      asked = [...shares.keys()].filter((at) => shares[at] === undefined);
      if (asked.length === 0) return null;
      const { system, prefix, answerStart, ranking } = input;
      return {
        type: 'judge',
        role,
        system,
        prefix,
        endings: asked.map((at) => input.endings[at] ?? ''),
        answerStart,
        answers: [...input.answers],
        ranking: { query: ranking.query, documents: asked.map((at) => ranking.documents[at] ?? '') },
      };
    },
    onNews(news) {
      const index = news.type === 'shares' ? asked[news.index] : undefined;
      if (news.type !== 'shares' || index === undefined) return;
      shares[index] = news.shares;
      promptTokens += news.tokens;
      speed.count(news.tokens);
    },
    shares: () => shares.filter((each) => each !== undefined),
    promptTokens: () => promptTokens,
  };
}

/** The same seed writes the same text again, so what was handed out before an interruption is not handed out twice. */
export function generateErrand(input: GenerateInput, speed: Speed): Errand {
  const {
    system,
    examples = [],
    prompt,
    answerStart = '',
    maxTokens,
    seed,
    temperature = 0,
    stop = [],
    onText,
  } = input;
  let handedOut = 0;
  let written = 0;
  return {
    rest(): HostWork {
      written = 0;
      const work = {
        examples: [...examples],
        prompt,
        answerStart,
        maxTokens,
        seed,
        temperature,
        stop: [...stop],
      };
      return { type: 'generate', ...work, ...(system !== undefined && { system }) };
    },
    onNews(news) {
      if (news.type !== 'piece') return;
      speed.count(1);
      const fresh = news.text.slice(Math.max(0, handedOut - written));
      written += news.text.length;
      if (fresh === '') return;
      handedOut = Math.max(handedOut, written);
      onText?.(fresh);
    },
  };
}
