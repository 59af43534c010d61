import type { LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp';
import { AppError } from '../../graph-schema/app-error.ts';
import { chatTokens } from './chat-tokens.ts';
import { createChooseSequence } from './choose-sequence.ts';
import { createFeedPrompt, mostChunkTokens } from './feed-prompt.ts';
import type { LoadOptions } from './load-options.ts';
import type { Judge } from './judge.ts';
import { createTokenJudge } from './token-judge.ts';
import type { GenerateWork, HostAnswer } from './protocol.ts';
import { createTextStream } from './text-stream.ts';

type Generated = Extract<HostAnswer, { type: 'generated' }>;

export interface Writer extends Judge {
  contextTokens: number;
  countTokens(text: string): number;
  /** Null when the signal aborted: looked at between chunks of the prompt and after each token. */
  generate(
    work: GenerateWork,
    signal: AbortSignal,
    onPiece: (text: string) => void,
  ): Promise<Generated | null>;
}

const longestContextTokens = 4096;

/** Two conversations are remembered, so that two tasks in turn do not make each other read their examples again. */
const rememberedConversations = 2;

export async function loadWriter(
  model: LlamaModel,
  { threads }: Pick<LoadOptions, 'threads'>,
): Promise<Writer> {
  const contextTokens = Math.min(model.trainContextSize, longestContextTokens);
  const sequences: LlamaContextSequence[] = [];
  for (let i = 0; i < rememberedConversations; i += 1) {
    // A context each: with two sequences in one, llama.cpp writes a sixth slower.
    const context = await model.createContext({
      contextSize: contextTokens,
      batchSize: mostChunkTokens,
      // The default is far more than small machines have: 0.4 tokens/s where 37 are possible.
      threads: threads.most,
    });
    sequences.push(context.getSequence());
  }
  const feedPrompt = createFeedPrompt();
  const chooseSequence = createChooseSequence(sequences);
  return {
    contextTokens,
    countTokens: (text) => model.tokenize(text).length,
    ...createTokenJudge(model, { threads }),
    async generate(work, signal, onPiece) {
      const prompt = chatTokens(model, work);
      if (prompt.length + work.maxTokens >= contextTokens) {
        throw new AppError('bad_input', { values: { field: 'prompt', reason: 'prompt_too_long' } });
      }
      const sequence = chooseSequence(prompt);
      if (sequence === undefined) throw new AppError('model_not_ready', { values: { role: 'write' } });
      const began = performance.now();
      const last = await feedPrompt(sequence, prompt, { signal, adjust: threads.adjust });
      if (last === null) return null;
      const written = await write({ model, sequence, last, work, signal, onPiece, adjust: threads.adjust });
      if (written === null) return null;
      const seconds = (performance.now() - began) / 1000;
      return { type: 'generated', ...written, promptTokens: prompt.length, seconds };
    },
  };
}

interface Writing {
  model: LlamaModel;
  sequence: LlamaContextSequence;
  /** the prompt's last token, not read yet */
  last: Token;
  work: GenerateWork;
  signal: AbortSignal;
  onPiece: (text: string) => void;
  adjust: () => void;
}

async function write({
  model,
  sequence,
  last,
  work,
  signal,
  onPiece,
  adjust,
}: Writing): Promise<{ text: string; tokens: number } | null> {
  const stream = createTextStream(model, work.stop, onPiece);
  const options = {
    temperature: work.temperature,
    // The first choice needs no list of all the others.
    ...(work.temperature > 0 && { seed: work.seed, topK: 40, topP: 0.95 }),
  };
  for await (const token of sequence.evaluate([last], options)) {
    if (signal.aborted) return null;
    adjust();
    if (stream.add(token) || stream.tokens >= work.maxTokens) break;
  }
  return { text: stream.end(), tokens: stream.tokens };
}
