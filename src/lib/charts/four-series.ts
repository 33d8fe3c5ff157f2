import { hasShown, type Picture, type Series } from './picture';

const most = 4;

/**
 * At most four lines, in the order given: those with a number to draw; the unknown keep a place.
 * The rest stand in the table only.
 */
export function fourSeries(all: readonly Series[]): Pick<Picture, 'series' | 'tableOnly'> {
  const drawable = all.filter(hasShown);
  const unknown = drawable.filter((one) => one.unknown).slice(0, 1);
  const known = drawable.filter((one) => !one.unknown).slice(0, most - unknown.length);
  const series = [...known, ...unknown];
  const tableOnly = all.filter((one) => !series.includes(one)).map(({ label }) => label);
  return { series, tableOnly };
}
