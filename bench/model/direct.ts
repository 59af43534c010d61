import os from 'node:os';
import { getLlama, LlamaLogLevel } from 'node-llama-cpp';
import { chatTokens } from '../../models/host/chat-tokens.ts';
import { giveWay } from '../../models/host/niceness.ts';

/** The same three works, each giving back how many tokens it took. */
export interface Engine {
  read(prompt: string): Promise<number>;
  write(prompt: string): Promise<number>;
  embed(texts: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

/** node-llama-cpp in this process, with as many threads as the host has, and nothing around it. */
export async function openDirect(paths: { embed: string; write: string }): Promise<Engine> {
  giveWay(); // else other work on the machine would meet the host alone
  const threads = os.availableParallelism();
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  });
  const writer = await llama.loadModel({ modelPath: paths.write, gpuLayers: 0 });
  const context = await writer.createContext({ contextSize: 4096, threads });
  const sequence = context.getSequence();
  const embedder = await llama.loadModel({ modelPath: paths.embed, gpuLayers: 0 });
  const embedding = await embedder.createEmbeddingContext({ contextSize: 512, batchSize: 512, threads });

  const write = async (prompt: string, maxTokens: number): Promise<number> => {
    await sequence.clearHistory();
    const tokens = chatTokens(writer, { prompt, examples: [], answerStart: '' });
    let written = 0;
    for await (const _ of sequence.evaluate(tokens, { temperature: 0 })) {
      written += 1;
      if (written >= maxTokens) break;
    }
    return written;
  };
  return {
    async read(prompt) {
      await write(prompt, 1);
      return writer.tokenize(prompt).length;
    },
    write: (prompt) => write(prompt, 64),
    async embed(texts) {
      let tokens = 0;
      for (const text of texts) {
        const input = `passage: ${text}`;
        tokens += embedder.tokenize(input).length;
        await embedding.getEmbeddingFor(input);
      }
      return tokens;
    },
    close: () => llama.dispose(),
  };
}
