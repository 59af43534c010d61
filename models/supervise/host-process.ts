import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { withoutNetwork } from './isolation.ts';
import { FromHost, type ToHost } from '../host/protocol.ts';
import type { HostNews, ModelHost, Outcome } from './model-host.ts';

interface Waiting {
  settle(outcome: Outcome): void;
  onNews: ((news: HostNews) => void) | undefined;
  isLoad: boolean;
}

export type ModelsLog = (event: string, values: Record<string, unknown>) => void;

/** A host that works and says nothing for so long hangs. Between two signs of life it reads a piece of a prompt or a text, or writes a word. */
const patienceMs = 180_000;
/** Reading large weights from a slow disk says nothing. */
const loadFactor = 5;

/** Owns the forked model host. Its death is an outcome of everything that was asked of it; one that hangs is killed. */
export function createHostProcess(log: ModelsLog, stallMs = patienceMs): ModelHost {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let generation = 0;
  let lastId = 0;
  let isStopped = false;
  let memory: number | null = null;
  let isHurried = false;

  const send = (message: ToHost): void => {
    if (child?.connected) child.send(message, () => undefined); // a host that is gone says so by `exit`
  };

  let watch: NodeJS.Timeout | null = null;
  const look = (): void => {
    if (watch !== null) clearTimeout(watch);
    watch = null;
    if (waiting.size === 0) return;
    const isLoading = [...waiting.values()].some((asked) => asked.isLoad);
    watch = setTimeout(() => child?.kill('SIGKILL'), stallMs * (isLoading ? loadFactor : 1)).unref();
  };

  const hear = (message: unknown): void => {
    const news = FromHost.parse(message);
    if (news.type === 'alive') {
      memory = news.memory;
      return look();
    }
    const asked = waiting.get(news.id);
    if (news.type === 'vector' || news.type === 'piece' || news.type === 'shares') {
      look();
      return asked?.onNews?.(news);
    }
    waiting.delete(news.id);
    look();
    asked?.settle(news);
  };

  const start = (): void => {
    if (child !== null || isStopped) return;
    generation += 1;
    const started = fork(hostPath(), {
      serialization: 'advanced',
      ...withoutNetwork(process.execPath),
      // node-llama-cpp does not load where CI is set to anything but true or false, an empty one too; the host has no use for it.
      env: { ...process.env, CI: undefined },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child = started;
    let said = '';
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    started.on('message', hear);
    const onGone = (reason: string): void => {
      if (child !== started) return;
      child = null;
      memory = null;
      log('model_host_gone', { reason, said });
      const left = [...waiting.values()];
      waiting.clear();
      look();
      for (const asked of left) asked.settle({ type: 'died', reason });
    };
    if (isHurried) send({ type: 'hurry', isHurried });
    started.once('error', (error) => onGone(error.message));
    started.once('exit', (code, signal) => onGone(signal ?? `exit ${code}`));
  };

  return {
    get generation() {
      return generation;
    },
    get pid() {
      return child?.pid ?? null;
    },
    get isUp() {
      return child !== null;
    },
    get memory() {
      return memory;
    },
    hurry(wanted) {
      isHurried = wanted;
      send({ type: 'hurry', isHurried });
    },
    start,
    ask(work, signal, onNews) {
      // whoever tries again after the end would keep a host that nobody stops
      if (isStopped) return Promise.resolve({ type: 'stopped' });
      start();
      const id = (lastId += 1);
      return new Promise((resolve) => {
        const onAbort = (): void => send({ type: 'stop', id });
        const settle = (outcome: Outcome): void => {
          signal?.removeEventListener('abort', onAbort);
          resolve(outcome);
        };
        waiting.set(id, { settle, onNews, isLoad: work.type === 'load' });
        look();
        send({ type: 'ask', id, work });
        if (signal?.aborted) onAbort();
        else signal?.addEventListener('abort', onAbort);
      });
    },
    async stop() {
      isStopped = true;
      if (child === null || child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL'); // it holds nothing, and native work hears no gentler signal
      await gone;
    },
  };
}

/** Always the compiled host: from the sources (in tests) too, since Node 20 runs no TypeScript. */
function hostPath(): string {
  const compiled = import.meta.url.endsWith('.ts') ? '../../build/models/host/main.js' : '../host/main.js';
  return fileURLToPath(new URL(compiled, import.meta.url));
}
