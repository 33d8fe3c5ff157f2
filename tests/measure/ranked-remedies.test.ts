import { beforeAll, describe, expect, it } from 'vitest';
import type { Released } from '$lib/disclosure/released';
import type { FigureSource } from '$lib/measure/figure';
import { isTold, keptNumbers, mostIsWithheld } from '$lib/disclosure/kept-numbers';
import { rankedRemedies, type RankedRemedy } from '$lib/measure/ranked-remedies';
import { remediesOf } from '$lib/measure/remedies';
import { defaultView, formatView, parseBy, parseView, type View } from '$lib/measure/view';
import { loadTables, see } from './loaded';
import { smallCountry } from './small-country';

let source: FigureSource;
beforeAll(async () => {
  source = await loadTables(smallCountry());
});

const byYear = { mode: 'release', period: { kind: 'year' } } as const;
const seen = (view: Partial<View>) => see(source, 'ID-01', { ...byYear, ...view });

async function remedied(part: Partial<View>) {
  const view: View = { ...defaultView, ...byYear, ...part };
  const released = await seen(view);
  const progress: [number, number][] = [];
  const ranked = await rankedRemedies({
    view,
    released,
    figureOf: (other) => see(source, 'ID-01', other),
    onProgress: (done, of) => progress.push([done, of]),
  });
  return { released, ranked, progress };
}

/** Counted again, from the figure of the address that a remedy would write. */
async function again({ view }: RankedRemedy): Promise<{ shown: number; withheld: number }> {
  const { rows } = await see(source, 'ID-01', parseView(formatView(view)));
  return {
    shown: rows.filter(({ value }) => value.is === 'value' && value.value !== 0).length,
    withheld: rows.filter(({ value }) => value.is === 'withheld').length,
  };
}
const lost = ({ losses }: RankedRemedy) => losses.map(({ is }) => is).join(' + ');

describe.each(['gender*age_band', 'region', 'age_band', 'main_form,region'])(
  'five years of 40 children by year and %s',
  (text) => {
    let found: { released: Released; ranked: RankedRemedy[]; progress: [number, number][] };
    beforeAll(async () => {
      found = await remedied({ by: parseBy(text) });
    });

    it('most is withheld, and every remedy gives just what it promises', async () => {
      expect(mostIsWithheld(found.released)).toBe(true);
      expect(found.ranked.length).toBeGreaterThan(1);
      for (const one of found.ranked)
        expect({ lost: lost(one), ...(await again(one)) }).toEqual({
          lost: lost(one),
          shown: one.kept.shown,
          withheld: one.kept.withheld,
        });
    });

    it('what shows most and more comes first, what shows nothing further last', () => {
      const places = found.ranked.map(({ kept, further }) => {
        const tier = further === 0 ? 2 : kept.withheld > kept.shown ? 1 : 0;
        return [tier, -kept.shown, -kept.children, kept.withheld];
      });
      for (const [at, place] of places.slice(1).entries()) {
        const before = places[at]!;
        const differs = place.findIndex((one, i) => one !== before[i]);
        if (differs >= 0) expect(place[differs]).toBeGreaterThan(before[differs]!);
      }
      for (const { kept, further } of found.ranked) {
        expect(kept.shown).toBeGreaterThan(0);
        expect(further > 0 || kept.withheld < keptNumbers(found.released).withheld).toBe(true);
      }
    });

    it('tells how far it is before each figure', () => {
      expect(found.progress.map(([done]) => done)).toEqual(found.progress.map((_, at) => at));
      for (const [done, of] of found.progress) expect(of).toBeGreaterThan(done);
    });
  },
);

describe('the ways to show more', () => {
  it('are years added up, crossings taken apart, bands merged, breakdowns and regions given up', () => {
    const view: View = {
      ...defaultView,
      ...byYear,
      by: parseBy('gender*age_band,region'),
      where: { main_form: ['labour'], region: ['north', 'south'] },
    };
    expect(
      remediesOf(view, ['2021', '2022']).map(({ losses: [loss], view: other }) => [
        loss?.is,
        formatView(other),
      ]),
    ).toEqual([
      [
        'periods',
        'from=2021-01&by=gender*age_band,region&where=main_form:labour;region:north,south',
      ],
      [
        'crossing',
        'period=year&by=gender,age_band,region&where=main_form:labour;region:north,south',
      ],
      [
        'bands',
        'period=year&by=gender,region&where=main_form:labour;region:north,south;age_band:0_8,9_11,0_11',
      ],
      [
        'bands',
        'period=year&by=gender,region&where=main_form:labour;region:north,south;age_band:12_14,15_17,12_17',
      ],
      ['breakdown', 'period=year&by=region&where=main_form:labour;region:north,south'],
      ['regions', 'period=year&by=gender*age_band&where=main_form:labour'],
      ['filter', 'period=year&by=gender*age_band,region&where=region:north,south'],
    ]);
  });

  it('are none where there is one period and nothing is cut', () => {
    expect(remediesOf({ ...defaultView, ...byYear }, ['2021'])).toEqual([]);
    expect(remediesOf(defaultView, ['all'])).toEqual([]);
  });

  it('go from months to quarters and years before all are added up', () => {
    const view: View = { ...defaultView, period: { kind: 'month', to: '2025-12' } };
    expect(remediesOf(view, ['2021-01', '2021-02']).map(({ view: { period } }) => period)).toEqual([
      { kind: 'quarter', to: '2025-12' },
      { kind: 'year', to: '2025-12' },
      { kind: 'all', from: '2021-01', to: '2025-12' },
    ]);
  });
});

it('gives up two things only where giving up one leaves something withheld', async () => {
  const { ranked } = await remedied({ by: parseBy('gender*region') });
  const single = ranked.filter(({ losses }) => losses.length === 1);
  const paired = ranked.filter(({ losses }) => losses.length === 2);
  expect(single.some(({ kept }) => kept.withheld === 0) || paired.length > 0).toBe(true);
  if (single.some(({ kept }) => kept.withheld === 0)) expect(paired).toEqual([]);
});

it('stops at once when cancelled', async () => {
  const view: View = { ...defaultView, ...byYear, by: parseBy('region') };
  const abort = new AbortController();
  let asked = 0;
  const running = rankedRemedies({
    view,
    released: await seen(view),
    figureOf: (other) => {
      asked += 1;
      abort.abort();
      return see(source, 'ID-01', other);
    },
    signal: abort.signal,
  });
  await expect(running).rejects.toThrow(/abort/i);
  expect(asked).toBe(1);
});

it('counts no zero as a number that is kept', async () => {
  const { rows } = await seen({ by: parseBy('main_form') });
  const zeros = rows.filter(({ value }) => value.is === 'value' && value.value === 0);
  expect(zeros.length).toBeGreaterThan(0);
  expect(zeros.some(isTold)).toBe(false);
});
