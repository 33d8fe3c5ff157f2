import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import type { FigureSource } from '$lib/measure/figure';
import { loadDemo, numberOf, see } from './loaded';

let engine: Engine;
let source: FigureSource;
beforeAll(async () => {
  engine = await nodeWasmEngine();
  source = await loadDemo(400, engine);
});
afterAll(() => engine.close());

const children = catalogue.filter(
  ({ population }) => population !== 'programmes' && population !== 'files',
);

describe('the way from all rows of the file down to the figure adds up', () => {
  it.each(children.map((indicator) => [indicator.id, indicator] as const))('%s', async (id) => {
    const { steps, unavailable } = await see(source, id);
    if (unavailable) return;
    const count = (step: (typeof steps)[number] | undefined) => numberOf(step?.count) ?? NaN;
    const sums = (kind: string) =>
      steps.filter((step) => step.kind === kind).reduce((sum, step) => sum + count(step), 0);
    const last = steps.filter((step) => step.kind === 'sum').at(-1);
    expect(steps[0]?.kind).toBe('start');
    expect(count(steps[0]) - sums('minus')).toBe(count(last));
    if (steps.some((step) => step.kind === 'of which')) expect(sums('of which')).toBe(count(last));
  });
});
