import type { Released } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { completeness } from './completeness';
import { composition } from './composition';
import { countsOverTime } from './counts-over-time';
import { cumulativeIncidence } from './cumulative-incidence';
import { fundedDays } from './funded-days';
import { hasShown, type Picture } from './picture';
import { profile } from './profile';
import { rates } from './rates';
import { shares } from './shares';

const kinds: Partial<Record<ChartSpec['kind'], (released: Released, spec: ChartSpec) => Picture>> =
  {
    'counts-over-time': countsOverTime,
    composition,
    'cumulative-incidence': cumulativeIncidence,
    rates,
    'funded-days': fundedDays,
    shares,
    'mean-count': cumulativeIncidence,
    profile,
    completeness,
  };

/** What is to be drawn; null where no number may be shown, and for a calendar, a pyramid or pairs, which have a picture of their own. */
export function pictureOf(released: Released, spec: ChartSpec): Picture | null {
  if (released.unavailable) return null;
  const picture = kinds[spec.kind]?.(released, spec);
  return picture?.series.some(hasShown) ? picture : null;
}
