import { expect, test } from 'vitest';
import { airLock, airLockSteps } from '$lib/engine/air-lock';

test('all is fetched before the door shuts, once; what comes late is told', async () => {
  const done: string[] = [];
  let network = false;
  const steps = {
    ...airLockSteps,
    fetchParts: async (also: readonly string[] = []) => {
      done.push(`fetch ${also.join()}`);
      if (!network) throw new Error('no network');
      const bytes = new Map(also.map((url) => [url, new ArrayBuffer(1)]));
      return { wasm: new Blob(), workerScript: new Blob(), also: bytes };
    },
    shutDoor: () => void done.push('shut'),
  };
  await expect(airLock({ also: ['a'] }, steps)).rejects.toThrow('no network');
  expect(done).toEqual(['fetch a']);
  network = true;
  const parts = await airLock({ also: ['a', 'b'] }, steps);
  expect([...parts.also.keys()]).toEqual(['a', 'b']);
  expect(await airLock({}, steps)).toBe(parts);
  expect(await airLock({ also: ['b'] }, steps)).toBe(parts);
  await expect(airLock({ also: ['c'] }, steps)).rejects.toThrow(/after the door was shut: c/);
  expect(done).toEqual(['fetch a', 'fetch a,b', 'shut']);
});
