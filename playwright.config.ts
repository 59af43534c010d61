import { defineConfig } from '@playwright/test';

/** The built app, real Neo4j, the real small model, real Chromium; each file brings up its own world. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // Without the film of the page, which costs more than all that the tests do.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] && { executablePath: process.env['CHROMIUM_PATH'] }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
