import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { methods } from '$lib/statistics/methods';
import { deviations, type ReferenceCase, type ReferenceCases } from './reference-case';

const read = (file: string) =>
  (JSON.parse(readFileSync(resolve(file), 'utf8')) as ReferenceCases).cases;

const check = async (one: ReferenceCase) => expect(await deviations(one)).toEqual([]);

const own = read('tests/fixtures/statistics/cases.json');

describe('published and hand-made reference cases', () => {
  test.each(own)('$id', check);

  test('every method has at least one', () => {
    const tested = new Set(own.map((one) => one.method));
    expect(methods.map((one) => one.method).filter((method) => !tested.has(method))).toEqual([]);
  });
});

const shared = '../shared/cases/statistics.json';
if (existsSync(resolve(shared)))
  describe('all shared reference cases', () => {
    test.each(read(shared))('$id', check);
  });
else console.warn(`${shared} is not beside the project: only the project's own cases were run`);
