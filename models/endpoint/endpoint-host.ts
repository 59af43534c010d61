import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type { HostAnswer, HostWork } from '../host/protocol.ts';
import type { HostNews, ModelHost } from '../supervise/model-host.ts';
import { embedAt } from './embed-at.ts';
import type { Endpoint } from './endpoint.ts';
import { judgeAt } from './judge-at.ts';
import { writeAt } from './write-at.ts';

export interface EndpointHostOptions {
  endpoint(): Endpoint;
  /** how long nothing may come, milliseconds; default: `patienceMs` of the call */
  stallMs?: number;
}

/** Says nothing of anybody's notes. */
const probe = 'passage';

/**
 * The model host's work done by a server over HTTP: the same questions, the same outcomes. `load` asks for one vector or one word, so that a wrong
 * address, key or name is known before any note leaves. A fault of the connection begins a new generation: the server may be another one by then.
 */
export function createEndpointHost({ endpoint, stallMs }: EndpointHostOptions): ModelHost {
  const stopping = new AbortController();
  let generation = 1;
  /** of the vectors of this generation */
  let dimensions: number | null = null;
  let hasPrefixes = false;

  const perform = async (
    work: HostWork,
    signal: AbortSignal,
    onNews: (news: HostNews) => void,
  ): Promise<HostAnswer> => {
    const to = endpoint();
    const calls = { signal, stallMs };
    const embed = (texts: readonly string[], kind: 'query' | 'passage') =>
      embedAt(to, {
        ...calls,
        texts: hasPrefixes ? texts.map((text) => `${kind}: ${text}`) : texts,
        dimensions,
        onVector: (index, vector, tokens) => onNews({ type: 'vector', id: 0, index, tokens, vector }),
      });
    switch (work.type) {
      case 'load':
        if (work.role === 'embed') {
          hasPrefixes = work.prefixes;
          dimensions = null;
          dimensions = await embed([probe], 'passage');
        } else {
          await writeAt(to, { ...calls, work: oneWord, onPiece: () => undefined });
        }
        return { type: 'loaded', dimensions: dimensions ?? 0, contextTokens: 0 };
      case 'embed':
        await embed(work.texts, work.kind);
        return { type: 'embedded' };
      case 'generate':
        return writeAt(to, { ...calls, work, onPiece: (text) => onNews({ type: 'piece', id: 0, text }) });
      case 'judge':
        await judgeAt(to, {
          ...calls,
          work,
          onShares: (index, shares, tokens) => onNews({ type: 'shares', id: 0, index, shares, tokens }),
        });
        return { type: 'judged' };
      case 'count':
        // Its vocabulary is not ours to know.
        throw new AppError('model_failed', { values: { reason: 'tokens_unknown' } });
    }
  };

  return {
    get generation() {
      return generation;
    },
    pid: null,
    memory: null,
    hurry: () => undefined,
    isUp: true,
    start: () => undefined,
    async ask(work, signal, onNews = () => undefined) {
      const stop = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
      try {
        return { type: 'done', answer: await perform(work, stop, onNews) };
      } catch (error) {
        if (stop.aborted) return { type: 'stopped' };
        if (!isAppError(error)) return { type: 'failed', code: 'internal', reason: String(error) };
        if (error.code.startsWith('endpoint_')) generation += 1;
        const { code, values } = error;
        return { type: 'failed', code, reason: String(values.reason ?? code), values };
      }
    },
    stop() {
      stopping.abort();
      return Promise.resolve();
    },
  };
}

const oneWord = {
  type: 'generate' as const,
  examples: [],
  prompt: 'Say: yes',
  answerStart: '',
  maxTokens: 1,
  seed: 1,
  temperature: 0,
  stop: [],
};
