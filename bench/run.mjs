// @ts-check
/** `npm run bench -- NAME`: runs one benchmark and writes `bench/results/NAME.json`. Exit 1 when a target is missed. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { projectRoot, setUp } from '../server/boot/set-up.mjs';
import { setUpReporter } from '../server/boot/terminal.mjs';
import { terminalLanguage, wordsIn } from '../server/boot/words.mjs';

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
  const result = { name, when: new Date().toISOString(), machine: machine(), targets, peers };
  mkdirSync(path.join(folder, 'results'), { recursive: true });
  writeFileSync(path.join(folder, 'results', `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  for (const { name: target, value, unit, op, limit, met } of targets)
    process.stdout.write(`${met ? '✓' : '✗'} ${target}: ${round(value)} ${unit} (${op} ${limit})\n`);
  for (const { name: peer, value, unit, ratio } of peers)
    process.stdout.write(`  ${peer}: ${round(value)} ${unit} (${round(ratio)})\n`);
  return targets.every(({ met }) => met) ? 0 : 1;
}

function machine() {
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  return `${os.availableParallelism()} × ${os.cpus()[0]?.model ?? os.arch()}, ${gigabytes} GiB, ${os.platform()} ${os.arch()}, Node ${process.versions.node}`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 1000) / 1000;
}
