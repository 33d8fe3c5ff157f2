import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTurn, whenIdle } from '../../src/routes/indicators/figure-queue';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const signals: AbortSignal[] = [];
const job = async (signal: AbortSignal) => {
  signals.push(signal);
};

it('begins after a pause, stops for a figure, and begins again after it', async () => {
  const end = whenIdle(job);
  await vi.advanceTimersByTimeAsync(1000);
  expect(signals).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1000);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);

  let shown = () => undefined as void;
  inTurn(1, () => new Promise((resolve) => (shown = resolve)));
  expect(signals[0]?.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(signals).toHaveLength(1);
  shown();
  await vi.advanceTimersByTimeAsync(2000);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);

  end();
  expect(signals[1]?.aborted).toBe(true);
  inTurn(2, async () => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(signals).toHaveLength(2);
});

it('gives way to a later job, and is not ended twice', async () => {
  signals.length = 0;
  const endFirst = whenIdle(job);
  const endSecond = whenIdle(job);
  endFirst();
  await vi.advanceTimersByTimeAsync(2000);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  endSecond();
  expect(signals[0]?.aborted).toBe(true);
});
