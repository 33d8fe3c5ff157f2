import type { Statistic } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { detailTable } from './detail-table';
import { gridTable } from './grid-table';
import { pairTable } from './pair-table';
import { profileTable } from './profile-table';
import type { Picked } from './pick-rows';
import type { Layout } from './report-table';

type Make = (picked: Picked, language: Language, by: readonly string[]) => Layout;

const detail: Make = (picked, language) => detailTable(picked, language);
const shares: Make = (picked, language) => detailTable(picked, language, true);
/** Readings against periods or groups; with their range where there is one of each. */
const readings: Make = (picked, language, by) => {
  if (by.length > 0) return gridTable(picked, language, ['period', 'measure'], ['group']);
  if (picked.periods.length > 1) return gridTable(picked, language, ['measure'], ['period']);
  return detailTable(picked, language);
};
const groups: Make = (picked, language) =>
  gridTable(picked, language, ['period', 'group'], ['measure']);

const layouts: Record<Statistic['kind'], Make> = {
  count: (picked, language, by) =>
    gridTable(picked, language, ['period'], by.length > 0 ? ['group'] : ['measure']),
  rate: detail,
  composition: detail,
  succession: (picked, language) => pairTable(picked, language),
  shares,
  'flow-shares': shares,
  time: readings,
  'mean-count': readings,
  'share-of-time': shares,
  distribution: readings,
  incidence: detail,
  'funded-days': groups,
  'money-shares': shares,
  'care-calendar': groups,
  profile: (picked, language, by) =>
    (picked.measures[0]?.reads === 'score' ? profileTable : groups)(picked, language, by),
  completeness: (picked, language, by) =>
    (picked.measures.length > 1 ? groups : detail)(picked, language, by),
};

/** How the figures of a kind of statistic are set out, split by the columns `by`. */
export const layoutOf = (
  kind: Statistic['kind'],
  picked: Picked,
  language: Language,
  by: readonly string[] = [],
): Layout => layouts[kind](picked, language, by);
