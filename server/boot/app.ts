import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Stage } from '../../graph-schema/views/stage.ts';
import { createTrpcHandler } from '../trpc/http.ts';
import { sendData } from './answers.mjs';
import { answerDownload } from './download-answer.ts';
import { followVaults } from './follow-vaults.ts';
import { judge } from './gate.mjs';
import { type FaultWords, wordsOfStage } from './fault-words.ts';
import { answerImage } from './image-answer.ts';
import type { Keys } from './keys.mjs';
import { type OpenedField, openField } from './open-field.ts';
import type { Stages } from './stages.ts';

export interface AppOptions {
  root: string;
  home: string;
  cache: string;
  env: NodeJS.ProcessEnv;
  port: number;
  keys: Keys;
  /** a folder of notes to open as soon as the graph is up */
  folder: string | null;
  quit(): void;
}

export interface App {
  answerApi(request: IncomingMessage, response: ServerResponse): void;
  /** The page, once it is built. */
  openPages(): Promise<(request: IncomingMessage, response: ServerResponse) => void>;
  /** Why a stage failed and what cures it. */
  wordsOf(stage: Stage, language: 'ru' | 'en'): FaultWords | null;
  /** Hears each stage whenever it changes, and as it is now. */
  onStage(listener: (stage: Stage) => void): void;
  stop(): Promise<void>;
}

/** Starts the field's stages, which go on by themselves, and answers `/api` at once. */
export async function openApp(options: AppOptions): Promise<App> {
  const { root, home, cache, env, port, keys, folder, quit } = options;
  const field = await openField({
    home,
    cache,
    env,
    need: ['graph', 'models'],
    rehearse: true,
    renewKey: keys.renew,
    quit,
  });
  const { services, stages } = field;
  // While Neo4j starts.
  services.field.openAhead();
  if (folder !== null) void openFolder(field, folder);
  const closing = new AbortController();
  const following = follow(field, closing.signal);
  const answerTrpc = createTrpcHandler(services);
  return {
    async stop() {
      closing.abort();
      await following;
      await field.stop();
    },
    wordsOf: wordsOfStage,
    onStage: (listener) => listenToStages(stages, listener),
    answerApi(request, response) {
      const { pathname } = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
      // Asked again here: whatever stands in front, nothing is answered without the gate's word.
      const asked = { method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers };
      const allowed = judge(asked, { port, keys }).verdict === 'pass';
      if (pathname.startsWith('/api/trpc/')) void answerTrpc({ request, response, allowed });
      else if (pathname === '/api/image' && allowed) void answerImage(services.image, request, response);
      else if (pathname === '/api/export' && allowed)
        void answerDownload(services.exports.download, request, response);
      else sendData(response, 404, { error: { code: 'not_found' } });
    },
    async openPages() {
      // A second of loading that nothing before it has to wait for.
      const { default: next } = await import('next');
      const pages = next({ dev: false, quiet: true, dir: root, hostname: '127.0.0.1', port });
      await pages.prepare();
      const answer = pages.getRequestHandler();
      return (request, response) => void answer(request, response);
    },
  };
}

async function follow({ stages, services }: OpenedField, signal: AbortSignal): Promise<void> {
  const { vaults, jobs, field, log } = services;
  await untilDone(stages, 'migrations', signal);
  if (signal.aborted) return;
  // The map first, which a person waits for: looking through the folders takes what cores there are.
  await field.view({ zoom: 'main' }).catch((error: unknown) => log.warn({ err: error }, 'no map yet'));
  try {
    await followVaults({ vaults, jobs, log, signal });
  } catch (error) {
    if (!signal.aborted) log.error({ err: error }, 'the vaults are not followed');
  }
}

/** The folder named at the start becomes a vault as soon as the graph can take it, also where a person must first put something right. */
async function openFolder({ stages, services }: OpenedField, folder: string): Promise<void> {
  await untilDone(stages, 'migrations');
  try {
    await services.vaults.open({ path: folder });
  } catch (error) {
    services.log.error({ err: error, folder }, 'the folder was not opened');
  }
}

/** Resolves also when nobody waits any more. */
function untilDone(stages: Stages, name: Stage['name'], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!stages.isDone(name) && !signal?.aborted) return;
      forget();
      resolve();
    };
    const forget = stages.onChange(look);
    signal?.addEventListener('abort', look, { once: true });
    look();
  });
}

function listenToStages(stages: Stages, listener: (stage: Stage) => void): void {
  const last = new Map<string, string>();
  const look = () => {
    for (const stage of stages.list()) {
      const seen = JSON.stringify({ ...stage, seconds: 0 });
      if (last.get(stage.name) !== seen) listener(stage);
      last.set(stage.name, seen);
    }
  };
  stages.onChange(look);
  look();
}
