// @ts-check
import { writeFileSync } from 'node:fs';

/** Writes what `npm test` sums up: passed, failures with their message, skips with their reason. */
export default class VitestSummary {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly import('vitest/node').SerializedError[]} errors
   */
  onTestRunEnd(modules, errors) {
    /** @type {import('./test.mjs').Summary} */
    const summary = { passed: 0, failures: [], skips: [] };
    for (const module of modules) {
      for (const error of module.errors())
        summary.failures.push({ name: module.moduleId, message: textOf(error) });
      for (const suite of module.children.allSuites())
        for (const error of suite.errors())
          summary.failures.push({ name: suite.fullName, message: textOf(error) });
      for (const test of module.children.allTests()) addTest(summary, test);
    }
    for (const error of errors) summary.failures.push({ name: 'vitest', message: textOf(error) });
    const file = process.env['SCENEFIELD_TEST_SUMMARY'];
    if (file) writeFileSync(file, JSON.stringify(summary));
  }
}

/**
 * @param {import('./test.mjs').Summary} summary
 * @param {import('vitest/node').TestCase} test
 */
function addTest(summary, test) {
  const result = test.result();
  const name = `${test.module.relativeModuleId}: ${test.fullName}`;
  if (result.state === 'passed') summary.passed += 1;
  else if (result.state === 'failed')
    summary.failures.push({ name, message: result.errors.map(textOf).join('\n') });
  else summary.skips.push({ name, reason: ('note' in result && result.note) || 'no reason given' });
}

/** @param {{ message: string, diff?: string | undefined, stack?: string | undefined }} error */
function textOf({ message, diff, stack }) {
  const place = stack
    ?.split('\n')
    .find((line) => /^\s*(at|❯) .*\.tsx?[:)]/.test(line) && !line.includes('node_modules'));
  return [message, diff, place?.trim()].filter(Boolean).join('\n');
}
