import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawn } from './drawn';
import { samples, specOfSample } from './samples';

const folder = fileURLToPath(new URL('golden/', import.meta.url));

/** Golden pictures are written anew with UPDATE_GOLDEN=1 and read by eye before they are kept. */
describe.each(Object.keys(samples))('%s', (name) => {
  it.each([820, 320])('is drawn as before at %i px', (width) => {
    const svg = drawn(samples[name]!.released, specOfSample(name, width));
    const file = `${folder}${name}-${width}.svg`;
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, `${svg}\n`);
    }
    expect(`${svg}\n`).toBe(readFileSync(file, 'utf8'));
  });
});
