import { describe, expect, it } from 'vitest';
import { indicatorOf } from '$lib/indicators/catalogue';
import { parseBy } from '$lib/measure/view';
import { drawable, splitsOf } from '../../src/routes/indicators/[id]/splits';

const splits = (id: string, by: string) => splitsOf(indicatorOf(id)!, parseBy(by));

describe('what a figure is split by', () => {
  it.each([
    ['ID-01', 'age_band*gender', [['age_band', 'gender']]],
    ['ID-01', 'gender*age_band,gender', [['gender', 'age_band'], ['gender']]],
    ['ID-03', 'age_band*gender', [['age_band']]],
    ['ID-03', 'gender*age_band,age_band', [['age_band']]],
    ['ID-03', 'gender', []],
    ['ID-04', 'age_band*gender', [['gender']]],
    ['ID-12', 'form*programme', []],
    ['ID-02', 'gender*main_form', []],
  ])('%s by %s', (id, by, expected) => {
    expect(splits(id, by)).toEqual(expected);
  });

  it.each([
    ['ID-01', 'age_band*gender', true],
    ['ID-03', 'age_band', true],
    ['ID-03', 'main_form', false],
    ['ID-01', 'gender*main_form', false],
    ['ID-01', 'gender', true],
  ])('%s by %s has a chart: %s', (id, by, drawn) => {
    expect(splits(id, by).map((one) => drawable(indicatorOf(id)!, one))).toEqual([drawn]);
  });
});
