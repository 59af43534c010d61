import { expect, type Page } from '@playwright/test';

export interface Watched {
  /** Nothing was blocked by the policy, nothing asked for outside this machine, nothing threw, the console holds no error. */
  expectQuiet(): void;
}

/** Hears what a person would not see: violations of the policy, requests that leave the machine, faults of the page and its console. */
export async function watchPage(page: Page, address: string): Promise<Watched> {
  const violations: string[] = [];
  const leaving: string[] = [];
  const faults: string[] = [];
  const complaints: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function')
        report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:')) leaving.push(url);
  });
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  return {
    expectQuiet() {
      expect(violations, 'violations of the content security policy').toEqual([]);
      expect(leaving, 'requests that leave the machine').toEqual([]);
      expect(faults, 'faults thrown in the page').toEqual([]);
      expect(complaints, 'errors in the console').toEqual([]);
    },
  };
}
