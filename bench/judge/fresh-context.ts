import os from 'node:os';
import { getLlama, LlamaChatSession, LlamaLogLevel } from 'node-llama-cpp';
import type { JudgeInput } from '../../models/models.ts';

export interface FreshJudge {
  /** Whether the first answer was written, and the tokens of the prompt. */
  judge(input: JudgeInput, at: number): Promise<{ says: boolean; promptTokens: number }>;
  close(): Promise<void>;
}

/** The plain way: a new context for every pair, and an answer written under a JSON grammar. */
export async function openFreshJudge(path: string): Promise<FreshJudge> {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  });
  const model = await llama.loadModel({ modelPath: path, gpuLayers: 0 });
  return {
    async judge({ system, prefix, endings, answers }, at) {
      const grammar = await llama.createGrammarForJsonSchema({
        type: 'object',
        properties: { answer: { enum: [...answers] } },
      });
      const context = await model.createContext({
        contextSize: 4096,
        batchSize: 128,
        threads: os.availableParallelism(),
        flashAttention: false,
      });
      const session = new LlamaChatSession({ contextSequence: context.getSequence(), systemPrompt: system });
      const text = await session.prompt(prefix + (endings[at] ?? ''), {
        grammar,
        maxTokens: 24,
        temperature: 0,
      });
      const promptTokens = session.sequence.tokenMeter.usedInputTokens;
      await context.dispose();
      return { says: grammar.parse(text).answer === answers[0], promptTokens };
    },
    close: () => llama.dispose(),
  };
}
