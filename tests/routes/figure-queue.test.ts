import { expect, it } from 'vitest';
import { inTurn } from '../../src/routes/indicators/figure-queue';

/** A figure that takes until it is told to end. */
function figure(name: string, begun: string[]) {
  let end = () => {};
  const done = new Promise<void>((resolve) => (end = resolve));
  return {
    start: () => {
      begun.push(name);
      return done;
    },
    end: () => end(),
  };
}
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

it('computes one figure at a time, what came into view last first', async () => {
  const begun: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => figure(name, begun));
  inTurn(1, a!.start);
  inTurn(1, b!.start);
  await settle();
  expect(begun).toEqual(['a']);
  inTurn(2, c!.start);
  inTurn(2, d!.start);
  a!.end();
  await settle();
  expect(begun).toEqual(['a', 'c']);
  c!.end();
  d!.end();
  await settle();
  expect(begun).toEqual(['a', 'c', 'd', 'b']);
  b!.end();
  await settle();
});

it('forgets a figure that left the view before its turn', async () => {
  const begun: string[] = [];
  const [a, b] = ['a', 'b'].map((name) => figure(name, begun));
  inTurn(1, a!.start);
  const giveBack = inTurn(1, b!.start);
  await settle();
  giveBack();
  a!.end();
  await settle();
  expect(begun).toEqual(['a']);
});

it('begins again after it was empty', async () => {
  const begun: string[] = [];
  for (const name of ['a', 'b']) {
    const one = figure(name, begun);
    inTurn(1, one.start);
    one.end();
    await settle();
  }
  expect(begun).toEqual(['a', 'b']);
});
