import { getLlama, LlamaLogLevel } from 'node-llama-cpp';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type { Judge } from './judge.ts';
import { type Embedder, loadEmbedder } from './embedder.ts';
import { giveWay } from './niceness.ts';
import { gatherPieces } from './gather-pieces.ts';
import type { LoadOptions } from './load-options.ts';
import { type FromHost, type HostAnswer, type HostWork, ToHost } from './protocol.ts';
import { loadRanker } from './ranker.ts';
import { createSpareThreads, type Pace } from './spare-threads.ts';
import { loadWriter, type Writer } from './writer.ts';

/** The model host: a forked process that owns node-llama-cpp and does what its parent asks. It holds nothing that is not lost gladly. */
interface Loaded {
  embed?: Embedder;
  write?: Writer;
  judge?: Judge & { countTokens(text: string): number };
}

function serve(): void {
  giveWay();
  // Ctrl-C goes to the whole group: the parent decides when we go. Native work may be running, so nothing gentler ends us in time.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

  const loaded: Loaded = {};
  const pace = { isHurried: false };
  const running = new Map<number, AbortController>();
  let starting: Promise<Engine> | undefined;
  const engine = (): Promise<Engine> => (starting ??= startEngine(pace));

  process.on('message', (message: unknown) => {
    const asked = ToHost.parse(message);
    if (asked.type === 'stop') {
      running.get(asked.id)?.abort();
      return;
    }
    if (asked.type === 'hurry') {
      pace.isHurried = asked.isHurried;
      return;
    }
    const { id, work } = asked;
    const control = new AbortController();
    running.set(id, control);
    void answer({ id, work, loaded, engine, signal: control.signal })
      .then(send)
      .finally(() => running.delete(id));
  });
}

type Engine = Omit<LoadOptions, 'path'>;

async function startEngine(pace: Pace): Promise<Engine> {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  });
  return { llama, threads: createSpareThreads(llama, pace, createPulse()) };
}

/** Between two signs of life. */
const pulseMs = 3000;

function createPulse(): () => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - saidAt < pulseMs) return;
    saidAt = performance.now();
    send({ type: 'alive', memory: process.memoryUsage.rss() });
  };
}

interface Asked {
  id: number;
  work: HostWork;
  loaded: Loaded;
  engine: () => Promise<Engine>;
  signal: AbortSignal;
}

async function answer(asked: Asked): Promise<FromHost> {
  const { id } = asked;
  try {
    const done = await perform(asked);
    return done === null ? { type: 'stopped', id } : { type: 'done', id, answer: done };
  } catch (error) {
    const reason = String(isAppError(error) ? (error.values.reason ?? error.code) : error).slice(0, 500);
    const isKnown = isAppError(error) && (error.code === 'bad_input' || error.code === 'model_not_ready');
    return {
      type: 'failed',
      id,
      code: isKnown ? (error.code as 'bad_input' | 'model_not_ready') : 'model_failed',
      reason,
    };
  }
}

/** Null when the work was stopped. */
async function perform({ id, work, loaded, engine, signal }: Asked): Promise<HostAnswer | null> {
  switch (work.type) {
    case 'load':
      return load(work, loaded, await engine());
    case 'count':
      return { type: 'counted', tokens: need(loaded, work.role).countTokens(work.text) };
    case 'generate': {
      const pieces = gatherPieces((text) => send({ type: 'piece', id, text }));
      const written = await need(loaded, 'write').generate(work, signal, pieces.add);
      pieces.end();
      return written;
    }
    case 'judge': {
      const judge = need(loaded, work.role);
      const isDone = await judge.judge(work, signal, (index, shares, tokens) =>
        send({ type: 'shares', id, index, shares, tokens }),
      );
      return isDone ? { type: 'judged' } : null;
    }
    case 'embed': {
      const embedder = need(loaded, 'embed');
      for (const [index, text] of work.texts.entries()) {
        if (signal.aborted) return null;
        send({ type: 'vector', id, index, ...(await embedder.embed(text, work.kind)) });
      }
      return { type: 'embedded' };
    }
  }
}

async function load(
  work: Extract<HostWork, { type: 'load' }>,
  loaded: Loaded,
  engine: Engine,
): Promise<HostAnswer> {
  if (work.role === 'embed') {
    const embedder = await loadEmbedder({ ...engine, path: work.path }, work.prefixes);
    loaded.embed = embedder;
    return { type: 'loaded', dimensions: embedder.dimensions, contextTokens: embedder.contextTokens };
  }
  const model = await engine.llama.loadModel({ modelPath: work.path, gpuLayers: 0 });
  if (work.role === 'judge' && model.fileInsights.supportsRanking) {
    const ranker = await loadRanker(model, engine);
    loaded.judge = ranker;
    return { type: 'loaded', dimensions: 0, contextTokens: ranker.contextTokens };
  }
  const writer = await loadWriter(model, engine);
  loaded[work.role] = writer;
  return { type: 'loaded', dimensions: 0, contextTokens: writer.contextTokens };
}

function need<Role extends keyof Loaded>(loaded: Loaded, role: Role): NonNullable<Loaded[Role]> {
  const found = loaded[role];
  if (!found) throw new AppError('model_not_ready', { values: { role } });
  return found;
}

function send(message: FromHost): void {
  process.send?.(message);
}

serve();
