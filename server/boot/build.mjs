// @ts-check
/** `npm run build`: packages, server and page, each skipped when it is there already. */
import { setUp, SetUpFailed } from './set-up.mjs';
import { setUpReporter } from './terminal.mjs';
import { terminalLanguage, wordsIn } from './words.mjs';

const words = wordsIn(terminalLanguage(process.env));
try {
  await setUp({
    need: ['packages', 'server', 'page'],
    report: setUpReporter(words, (line) => void process.stdout.write(`${line}\n`)),
  });
} catch (error) {
  if (!(error instanceof SetUpFailed)) throw error;
  process.exitCode = 1;
}
