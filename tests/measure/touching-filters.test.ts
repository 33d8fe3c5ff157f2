import { expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import { touchingFilters } from '$lib/measure/touching-filters';
import { defaultView, parseWhere } from '$lib/measure/view';
import { loadDemo, see } from './loaded';

const where = parseWhere('gender=female;region=XX01');
const working = { ...defaultView, mode: 'working', where } as const;
const programmes = catalogue.filter(({ population }) => population === 'programmes');

it('a filter on children changes no figure about programmes', async () => {
  const source = await loadDemo(60);
  expect(programmes.map(({ id }) => id)).toContain('FC-01');
  for (const indicator of programmes) {
    const view = touchingFilters(indicator, working);
    expect(view.where).toEqual({});
    expect(await see(source, indicator.id, working)).toEqual(await see(source, indicator.id, view));
  }
  await source.engine.close();
});

it('other figures, and Release view, keep their filters', () => {
  const [first] = programmes;
  const release = { ...working, mode: 'release' } as const;
  expect(touchingFilters(first!, release)).toBe(release);
  expect(
    touchingFilters(
      catalogue.find(({ id }) => id === 'ID-01')!,
      working,
    ),
  ).toBe(working);
});
