// @ts-check
/** `npm start [-- DIR]`: boot page first, then set-up, then the app in this same process. Node built-ins only. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBootProgress } from './boot-progress.mjs';
import { createFront } from './front.mjs';
import { findFolders, prepareHome } from './home-folder.mjs';
import { homeLockFile, takeLock } from './home-lock.mjs';
import { createKeys } from './keys.mjs';
import { listenAt } from './listen.mjs';
import { openBrowser } from './open-browser.mjs';
import { findMissing } from './prerequisites.mjs';
import { joinRunning } from './second-start.mjs';
import { projectRoot } from './set-up.mjs';
import { stepRunner } from './step-runner.mjs';
import { stopOnSignals } from './stop-on-signals.mjs';
import { sayMissing, sayStage, sayWhatIsFetched, setUpReporter } from './terminal.mjs';
import { fill, terminalLanguage, wordsIn } from './words.mjs';

const defaultPort = 4848;
const { env } = process;
env['NEXT_TELEMETRY_DISABLED'] = '1';
env['DO_NOT_TRACK'] = '1';
const language = terminalLanguage(env);
const words = wordsIn(language);
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

process.exitCode = await main();

async function main() {
  const folder = askedFolder(process.argv.slice(2));
  if (folder.problem !== null) return fail(folder.problem);
  const { home, cache } = findFolders(env);
  const prepared = prepareHome(home);
  if (!prepared.ok) {
    return fail(
      fill(prepared.code === 'disk_full' ? words.diskFull : words.homeNotWritable, prepared.values),
    );
  }
  const lock = await lockOrAddress(home);
  if (!lock.held)
    return joinRunning({ home, address: lock.address, folder: folder.path, language, say, env });
  return run({ home, cache, folder: folder.path, lock });
}

/**
 * The home, or where the app runs that has it. A start of this very moment has no address yet; a command never gets one, and ends.
 * @param {string} home
 * @returns {Promise<Extract<import('./home-lock.mjs').Taken, { held: true }> | { held: false, address: string }>}
 */
async function lockOrAddress(home) {
  for (let round = 0; ; round++) {
    const lock = takeLock(homeLockFile(home));
    if (lock.held) return lock;
    if (lock.by.address !== undefined) return { held: false, address: lock.by.address };
    if (round === 10) say(fill(words.waitingForHome, { pid: lock.by.pid }));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * @param {{ home: string, cache: string, folder: string | null, lock: Extract<import('./home-lock.mjs').Taken, { held: true }> }} options
 */
async function run({ home, cache, folder, lock }) {
  const stop = stopOnSignals({ say: () => say(words.stopping), release: lock.release });
  const keys = createKeys(home);
  const progress = createBootProgress();
  /** @type {() => void} */
  let retry = () => undefined;
  const front = createFront({ keys, progress, env, retry: () => retry() });
  stop.add(() => closeServer(front.server));
  const wanted = wantedPort(home);
  const port = await listenAt(front.server, wanted);
  const address = `http://127.0.0.1:${port}`;
  lock.tell({ address });

  const missing = await findMissing(env);
  if (missing.length > 0) {
    sayMissing(missing, words, say);
    await stop.now(1);
  }
  const link = front.startLink(port);
  if (port !== wanted) say(fill(words.portTaken, { wanted, port }));
  say(fill(words.address, { address }));
  say(fill(words.link, { link }));
  say(words.linkOnce);
  sayWhatIsFetched({ home, cache, root: projectRoot, env, words, say });
  openBrowser(link, env);

  const tell = setUpReporter(words, say);
  const prepare = stepRunner({
    signal: stop.signal,
    report(part) {
      progress.report(part.step, part);
      tell(part);
    },
    onFailed: () => say(words.failedCure),
    untilRetry: () => new Promise((resolve) => (retry = () => resolve(undefined))),
  });
  await prepare(['packages', 'server']);
  const compiled = pathToFileURL(path.join(projectRoot, 'build', 'server', 'boot', 'app.js')).href;
  /** @type {typeof import('./app.ts')} */
  const { openApp } = await import(compiled);
  const app = await openApp({
    root: projectRoot,
    home,
    cache,
    env,
    port,
    keys,
    folder,
    quit: () => void stop.now(0),
  });
  stop.add(app.stop);
  app.onStage((stage) => {
    const explain = (/** @type {import('./words.mjs').Language} */ asked) => {
      const said = app.wordsOf(stage, asked);
      return said === null ? '' : `${said.what}\n${said.cure}`;
    };
    progress.report(stage.name, { ...stage, explain });
    sayStage(stage, { words, say, explanation: explain(language) });
  });
  front.handOverApi(app.answerApi);
  // Neo4j comes up and weights are fetched while the page is built.
  await prepare(['page']);
  front.handOver(await app.openPages());
  return 0;
}

/**
 * A folder named on the command line stands where the person stood; npm has moved to the project.
 * @param {readonly string[]} parameters
 * @returns {{ path: string | null, problem: string | null }}
 */
function askedFolder(parameters) {
  const named = parameters.find((parameter) => !parameter.startsWith('-'));
  if (named === undefined) return { path: null, problem: null };
  const folder = path.resolve(env['INIT_CWD'] || process.cwd(), named);
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return { path: null, problem: fill(words.folderMissing, { folder }) };
  if (!stat.isDirectory()) return { path: null, problem: fill(words.folderIsFile, { folder }) };
  return { path: folder, problem: null };
}

/** @param {string} home */
function wantedPort(home) {
  const named = Number(env['SCENEFIELD_PORT']);
  if (Number.isInteger(named) && named > 0 && named < 65_536) return named;
  try {
    const { port } = JSON.parse(readFileSync(path.join(home, 'settings.json'), 'utf8'));
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  } catch {
    // No settings yet, or not readable: the stage of that name says so.
  }
  return defaultPort;
}

/** @param {import('node:http').Server} server */
function closeServer(server) {
  server.close();
  server.closeAllConnections();
  return Promise.resolve();
}

/** @param {string} problem */
function fail(problem) {
  process.stderr.write(`${problem}\n`);
  return 1;
}
