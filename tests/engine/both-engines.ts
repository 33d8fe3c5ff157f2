import { describe } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nativeEngine } from '$lib/engine/native';
import { nodeWasmEngine } from '$lib/engine/node-wasm';

type Boot = (options?: { memoryLimitMiB?: number }) => Promise<Engine>;

const boots: [string, Boot][] = [
  ['node-wasm', nodeWasmEngine],
  ['native', (options) => nativeEngine({ threads: 1, ...options })],
];

/** The same tests on both engines. */
export const onBothEngines = (tests: (boot: Boot) => void) =>
  describe.each(boots)('%s', (_, boot) => tests(boot));
