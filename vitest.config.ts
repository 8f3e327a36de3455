import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests read the packages' sources through the `@bnguard/source` condition, so nothing needs building first.
const conditions = ['@bnguard/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: 120_000,
    // By itself it leaves one processor of two idle.
    maxWorkers: '100%',
    setupFiles: [fileURLToPath(new URL('scripts/test-seed.ts', import.meta.url))],
    projects: ['engine', 'cli', 'eslint-plugin', 'action'].map((name) => ({
      extends: true as const,
      test: { name, root: `packages/${name}`, include: ['test/**/*.test.ts'] },
    })),
  },
});
