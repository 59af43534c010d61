// @ts-check
/** `npm run bench -- NAME`: runs one benchmark and writes `bench/results/NAME.json`. Exit 1 when a target is missed. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { projectRoot, setUp } from '../server/boot/set-up.mjs';
import { setUpReporter } from '../server/boot/terminal.mjs';
import { terminalLanguage, wordsIn } from '../server/boot/words.mjs';

/** @typedef {Awaited<ReturnType<import('./result.ts').Bench>>} Figures */

const folder = fileURLToPath(new URL('./', import.meta.url));
const notBenches = new Set(['result.ts']);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !notBenches.has(file))
  .map((file) => file.slice(0, -'.ts'.length));
const [name = '', ...parameters] = process.argv.slice(2);

if (names.includes(name)) process.exitCode = await run();
else {
  process.stderr.write(`npm run bench -- ${names.join(' | ')}\n`);
  process.exitCode = 2;
}

async function run() {
  const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
  await setUp({
    need: ['packages', 'server', 'page'],
    report: setUpReporter(wordsIn(terminalLanguage(process.env)), say),
  });
  /** @type {{ run: import('./result.ts').Bench }} */
  const bench = await import(pathToFileURL(path.join(projectRoot, 'build', 'bench', `${name}.js`)).href);
  const { targets, peers } = await bench.run({ root: projectRoot, say, parameters });
  record({ targets, peers }, { isPart: parameters.length > 0 });
  for (const { name: target, value, unit, op, limit, met } of targets)
    process.stdout.write(`${met ? '✓' : '✗'} ${target}: ${round(value)} ${unit} (${op} ${limit})\n`);
  for (const { name: peer, value, unit, ratio } of peers)
    process.stdout.write(`  ${peer}: ${round(value)} ${unit} (${round(ratio)})\n`);
  return targets.every(({ met }) => met) ? 0 : 1;
}

/**
 * Every figure with the day and the machine it was taken; of a part only its own figures are new.
 * @param {Figures} figures
 * @param {{ isPart: boolean }} options
 */
function record({ targets, peers }, { isPart }) {
  const file = path.join(folder, 'results', `${name}.json`);
  const taken = { when: new Date().toISOString(), machine: machine() };
  /** @type {Figures} */
  const before =
    isPart && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { targets: [], peers: [] };
  /** @template {{ name: string }} T @param {T[]} old @param {T[]} fresh */
  const merged = (old, fresh) => [
    ...old.filter(({ name: known }) => !fresh.some((figure) => figure.name === known)),
    ...fresh.map((figure) => ({ ...figure, ...taken })),
  ];
  const figures = { targets: merged(before.targets, targets), peers: merged(before.peers, peers) };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ name, ...figures }, null, 2)}\n`);
}

function machine() {
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  return `${os.availableParallelism()} × ${os.cpus()[0]?.model ?? os.arch()}, ${gigabytes} GiB, ${os.platform()} ${os.arch()}, Node ${process.versions.node}`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 1000) / 1000;
}
