import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const alias = { $lib: path('src/lib'), $schemas: path('data-schemas') };

const room = (name: string, include: string[], extra = {}) => ({
  resolve: { alias },
  // Left alone, Vitest keeps one core free: half of a machine with two.
  test: { name, include, environment: 'node', maxWorkers: availableParallelism(), ...extra },
});

/** A worker behind the air-lock runs from a blob and fetches nothing: its bundle is its script alone. */
const scriptAlone: Plugin = {
  name: 'worker-script-alone',
  generateBundle(_, bundle) {
    for (const [file, { type }] of Object.entries(bundle))
      if (type === 'asset') delete bundle[file];
  },
};

/** One file, three jobs: the app (default), the command line (`--mode cli`) and the tests. */
export default defineConfig(({ mode }) => {
  if (mode === 'cli')
    return {
      resolve: { alias },
      publicDir: false,
      build: {
        ssr: path('src/lib/cli/main.ts'),
        outDir: 'dist/cli',
        target: 'node20',
        emptyOutDir: true,
      },
    };
  return {
    plugins: process.env.VITEST ? [] : [sveltekit()],
    server: { fs: { allow: ['data-schemas'] } },
    build: { chunkSizeWarningLimit: 1200 },
    worker: {
      format: 'iife' as const,
      plugins: () => [scriptAlone],
      rolldownOptions: { output: { codeSplitting: false } },
    },
    test: {
      projects: [
        room('unit', ['tests/**/*.test.ts'], {
          exclude: ['tests/e2e/**', 'tests/engine/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        }),
        room('engine', ['tests/engine/**/*.test.ts'], {
          testTimeout: 120_000,
          hookTimeout: 120_000,
        }),
        room('e2e', ['tests/e2e/**/*.test.ts'], {
          globalSetup: ['tests/e2e/serve-build.ts'],
          // Two browsers at a time, after everything else: more than two starve one another.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // A laden machine now and then lets a test look before the browser has drawn; a fault fails twice.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        }),
      ],
    },
  };
});
