import type { MethodWords } from './method-words';

/** Sums, spans and distributions: nothing is estimated, so there are no intervals. */
export const wordsAmount = [
  {
    method: 'exposure.child_months',
    name: 'Child-months at risk',
    formula:
      'days in the union of a child’s spells [start, end) within the window / 30.4375, in UTC',
    source: 'project contract, section 3.5',
    use: 'Denominator of incidence. A missing child is not at risk until return.',
    silent: 'Nobody at risk: 0, marked undefined. Spells that end before they start are counted.',
  },
  {
    method: 'referral.within_hours_bounds',
    name: 'Within so many hours, from dates only',
    formula:
      'd days apart means between 24(d − 1) and 24(d + 1) hours: certain from 24(d + 1) ≤ h on, possible from 24(d − 1) < h on',
    source: 'project contract, section 4.2',
    use: 'Records without a clock time; never mixed with records that have one.',
    silent: 'No record with both dates. Negative differences are errors: left out and counted.',
  },
  {
    method: 'distribution.summary',
    name: 'Median, quartiles, P90 and maximum',
    formula: 'quantile type 7: linear between order statistics',
    source: 'Hyndman & Fan (1996) Am Stat 50:361',
    use: 'Completed durations, titled "completed cases only, biased short".',
    silent: 'No value. Figures need ten values.',
  },
  {
    method: 'funding.gap',
    name: 'Funding gap',
    formula: 'unmet = Σ max(0, required − funded) over lines; net = Σ required − Σ funded',
    source: 'project contract, section 5',
    use: 'Unmet is shown: an overfunded line must not hide another line’s gap.',
    silent: 'Nothing required: no coverage. Lines with an unknown amount are left out and counted.',
  },
  {
    method: 'funding.days_without',
    name: 'Days without money',
    formula: 'days of the window outside the union of grant periods, both dates inclusive',
    source: 'project contract, section 5',
    use: 'Continuity of funding of one programme.',
    silent: 'The window has no days. Grants that end before they start are counted.',
  },
] as const satisfies readonly MethodWords[];
