import { expect } from 'vitest';
import { distributionSummary } from '$lib/statistics/distribution-summary';
import { exposureChildMonths } from '$lib/statistics/exposure-child-months';
import { fundingDaysWithout } from '$lib/statistics/funding-days-without';
import { fundingGap } from '$lib/statistics/funding-gap';
import { below, uniform, type RandomGenerator } from '$lib/statistics/random';
import { referralWithinHoursBounds } from '$lib/statistics/referral-within-hours-bounds';
import { draws, type Property, shuffled } from './property';

const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const mixed = <T>(random: RandomGenerator, list: readonly T[]): T[] =>
  shuffled(random, list.length).map((i) => list[i]!);

/** What holds of sums, spans and distributions. */
export const propertiesAmount: readonly Property[] = [
  {
    says: 'days at risk are the days that some spell of the child covers, whatever the order',
    methods: ['exposure.child_months'],
    check: (random) => {
      const spells = draws(below(random, 12), () => {
        const start = below(random, 60) - 10;
        return { child: `c${below(random, 4)}`, start, end: start + below(random, 25) - 2 };
      });
      const episodes = spells.map(({ child, start, end }) => ({
        child,
        start: day(start),
        end: day(end),
      }));
      const window = { window_start: day(0), window_end: day(40) };
      const got = exposureChildMonths({ episodes, ...window });
      const covered = new Set<string>();
      for (const { child, start, end } of spells)
        for (let d = Math.max(0, start); d < Math.min(40, end); d++) covered.add(`${child} ${d}`);
      expect(got.person_days).toBe(covered.size);
      expect(got.child_months).toBeCloseTo(covered.size / 30.4375, 12);
      expect(got.invalid_episodes).toBe(spells.filter(({ start, end }) => end < start).length);
      expect(exposureChildMonths({ episodes: mixed(random, episodes), ...window })).toEqual(got);
    },
  },
  {
    says: 'hours that fit the dates lie between the certain and the possible count',
    methods: ['referral.within_hours_bounds'],
    check: (random) => {
      const hours = 24 * (1 + below(random, 4));
      // Elapsed hours and the hour of the day of the first end: what the dates alone have lost.
      const records = draws(1 + below(random, 40), () => {
        const elapsed = uniform(random) * 150;
        return { elapsed, days: Math.floor((uniform(random) * 24 + elapsed) / 24) };
      });
      const got = referralWithinHoursBounds({
        day_differences: records.map(({ days }) => days),
        hours,
      });
      const truly = records.filter(({ elapsed }) => elapsed <= hours).length;
      expect(got.certain).toBeLessThanOrEqual(truly);
      expect(got.possible).toBeGreaterThanOrEqual(truly);
      expect(got.n).toBe(records.length);
    },
  },
  {
    says: 'quantiles rise, lie among the values and do not depend on their order',
    methods: ['distribution.summary'],
    check: (random) => {
      const x = draws(1 + below(random, 40), () =>
        below(random, 8) === 0 ? null : below(random, 400) / 4,
      );
      const got = distributionSummary({ x });
      const known = x.filter((value) => value !== null);
      expect(got.n + got.missing).toBe(x.length);
      expect(distributionSummary({ x: mixed(random, x) })).toEqual(got);
      if (known.length === 0) return;
      const rising = [Math.min(...known), got.p25, got.median, got.p75, got.p90, got.max];
      rising.forEach((value, i) =>
        expect(value).toBeGreaterThanOrEqual(rising[Math.max(0, i - 1)] ?? NaN),
      );
      expect(got.max).toBe(Math.max(...known));
    },
  },
  {
    says: 'the unmet gap is the net gap and what other lines have too much; unknown is not 0',
    methods: ['funding.gap'],
    check: (random) => {
      const amount = () => (below(random, 8) === 0 ? null : below(random, 500));
      const lines = draws(below(random, 12), () => ({ required: amount(), funded: amount() }));
      const got = fundingGap({ lines });
      expect(got.unmet_gap).toBe((got.net_gap ?? NaN) + (got.overfunded ?? NaN));
      expect(got.unmet_gap).toBeGreaterThanOrEqual(Math.max(0, got.net_gap ?? NaN));
      expect((got.lines_used ?? NaN) + (got.lines_excluded ?? NaN)).toBe(lines.length);
      expect(got.coverage === null).toBe(got.required === 0);
      if (got.capped_coverage !== null) expect(got.capped_coverage).toBeLessThanOrEqual(1);
      expect(fundingGap({ lines: mixed(random, lines) })).toEqual(got);
    },
  },
  {
    says: 'days without money are the days that no grant covers, whatever the order',
    methods: ['funding.days_without'],
    check: (random) => {
      const spans = draws(below(random, 6), () => {
        const start = below(random, 60) - 10;
        return { start, end: start + below(random, 20) - 2 };
      });
      const grants = spans.map(({ start, end }) => ({ start: day(start), end: day(end) }));
      const window = { window_start: day(0), window_end: day(39) };
      const got = fundingDaysWithout({ grants, ...window });
      const bare = draws(40, (d) => !spans.some(({ start, end }) => start <= d && d <= end));
      const runs = bare.map((is) => (is ? 'x' : ' ')).join('');
      const gaps = runs.split(' ').filter((run) => run !== '');
      expect(got.days_without).toBe(bare.filter(Boolean).length);
      expect(got.gaps).toBe(gaps.length);
      expect(got.longest_gap).toBe(Math.max(0, ...gaps.map((run) => run.length)));
      expect(fundingDaysWithout({ grants: mixed(random, grants), ...window })).toEqual(got);
    },
  },
];
