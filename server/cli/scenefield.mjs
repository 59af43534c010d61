#!/usr/bin/env node
// @ts-check
/** The `scenefield` command. On a clone that was never set up it first sets up, with progress on standard error. Node built-ins only. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, setUp, SetUpFailed } from '../boot/set-up.mjs';
import { setUpReporter } from '../boot/terminal.mjs';
import { terminalLanguage, wordsIn } from '../boot/words.mjs';

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

// whoever reads the answer has enough of it (`| head`): nothing to report
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ fault) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit();
});

try {
  await setUp({
    need: ['packages', 'server'],
    report: setUpReporter(wordsIn(terminalLanguage(process.env)), say),
  });
  const compiled = pathToFileURL(path.join(projectRoot, 'build', 'server', 'cli', 'main.js')).href;
  /** @type {typeof import('./main.ts')} */
  const { main } = await import(compiled);
  process.exitCode = await main(process.argv.slice(2), process.env);
} catch (error) {
  if (!(error instanceof SetUpFailed)) throw error;
  process.exitCode = 1;
}
