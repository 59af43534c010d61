import { defineConfig } from 'vitest/config';

/** The suffix names what a test needs: `.test.ts` nothing, `.graph.test.ts` a real Neo4j, `.model.test.ts` real weights. */
const rooms = '{graph-schema,scenes,models,messages,server,app,bench}';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${rooms}/**/*.test.ts`],
          exclude: ['**/*.graph.test.ts', '**/*.model.test.ts', 'build/**', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'graph',
          include: [`${rooms}/**/*.graph.test.ts`],
          globalSetup: ['server/graph/testing/neo4j-for-tests.ts'],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'model',
          include: [`${rooms}/**/*.model.test.ts`],
          globalSetup: ['models/testing/weights-for-tests.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
