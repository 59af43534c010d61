// @ts-check
import { writeFileSync } from 'node:fs';

/** The steps of a walk stand on each other. */
const notRun = 'not run: a step that it stands on failed';

/** Writes what `npm test` sums up, as vitest-summary.mjs does. */
export default class PlaywrightSummary {
  /** @type {import('./test.mjs').Summary} */
  summary = { passed: 0, failures: [], skips: [] };
  /** @type {import('@playwright/test/reporter').Suite | null} */
  suite = null;

  printsToStdio() {
    return false;
  }

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_, suite) {
    this.suite = suite;
  }

  /** @param {import('@playwright/test/reporter').TestError} error */
  onError(error) {
    this.summary.failures.push({ name: 'playwright', message: textOf(error) });
  }

  onEnd() {
    for (const test of this.suite?.allTests() ?? []) this.add(test);
    const file = process.env['SCENEFIELD_TEST_SUMMARY'];
    if (file) writeFileSync(file, JSON.stringify(this.summary));
  }

  /** @param {import('@playwright/test/reporter').TestCase} test */
  add(test) {
    const name = test.titlePath().filter(Boolean).join(' › ');
    const outcome = test.outcome();
    const last = test.results.at(-1);
    if (outcome === 'expected') this.summary.passed += 1;
    else if (outcome === 'skipped') {
      const annotation = [...(last?.annotations ?? []), ...test.annotations].find(
        ({ type }) => type === 'skip' || type === 'fixme',
      );
      this.summary.skips.push({
        name,
        reason: annotation ? (annotation.description ?? 'no reason given') : notRun,
      });
    } else this.summary.failures.push({ name, message: (last?.errors ?? []).map(textOf).join('\n') });
  }
}

/** @param {{ message?: string, value?: string, location?: { file: string, line: number } }} error */
function textOf({ message, value, location }) {
  // Colour codes of the tool's own words.
  const text = (message ?? value ?? '').replace(new RegExp(String.raw`\u001b\[[0-9;]*m`, 'g'), '');
  return location ? `${text}\n${location.file}:${location.line}` : text;
}
