import type { HostWork } from '../host/protocol.ts';
import type { GenerateInput } from '../models.ts';
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
