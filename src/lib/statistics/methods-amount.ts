import { distributionSummary } from './distribution-summary';
import { exposureChildMonths } from './exposure-child-months';
import { fundingDaysWithout } from './funding-days-without';
import { fundingGap } from './funding-gap';
import { InputReader } from './input-reader';
import type { Method } from './method';
import { referralWithinHoursBounds } from './referral-within-hours-bounds';

/** Sums, spans and distributions: nothing is estimated, so there are no intervals. */
export const methodsAmount: readonly Method[] = [
  {
    method: 'exposure.child_months',
    name: 'Child-months at risk',
    formula: 'days in the union of a child’s spells within the window / 30.4375',
    source: 'project contract, section 3.5',
    use: 'Denominator of incidence. A missing child is not at risk until return.',
    silent: 'Nobody at risk: 0, marked undefined. Spells that end before they start are counted.',
    compute: (input) => {
      const read = new InputReader(input);
      return exposureChildMonths({
        episodes: read.records('episodes', (row) => ({
          child: row.text('child'),
          start: row.textOrNull('start'),
          end: row.textOrNull('end'),
          follow_up_end: row.textOrNull('follow_up_end'),
        })),
        window_start: read.text('window_start'),
        window_end: read.text('window_end'),
      });
    },
  },
  {
    method: 'referral.within_hours_bounds',
    name: 'Within so many hours, from dates only',
    formula: 'd days apart means between 24(d − 1) and 24(d + 1) hours',
    source: 'project contract, section 4.2',
    use: 'Records without a clock time; never mixed with records that have one.',
    silent: 'No record with both dates.',
    compute: (input) => {
      const read = new InputReader(input);
      return referralWithinHoursBounds({
        day_differences: read.numbersOrNulls('day_differences'),
        hours: read.number('hours'),
        missing_policy: read.oneOf('missing_policy', ['exclude', 'bounds'], 'exclude'),
      });
    },
  },
  {
    method: 'distribution.summary',
    name: 'Median, quartiles, P90 and maximum',
    formula: 'quantile type 7: linear between order statistics',
    source: 'Hyndman & Fan (1996) Am Stat 50:361',
    use: 'Completed durations, titled "completed cases only, biased short".',
    silent: 'No value.',
    compute: (input) => distributionSummary({ x: new InputReader(input).numbersOrNulls('x') }),
  },
  {
    method: 'funding.gap',
    name: 'Funding gap',
    formula: 'unmet = Σ max(0, required − funded) over lines; net = Σ required − Σ funded',
    source: 'project contract, section 5',
    use: 'Unmet is shown: an overfunded line must not hide another line’s gap.',
    silent: 'Nothing required: no coverage. Lines with an unknown amount are left out and counted.',
    compute: (input) => {
      const lines = new InputReader(input).records('lines', (row) => ({
        required: row.numberOrNull('required'),
        funded: row.numberOrNull('funded'),
      }));
      return fundingGap({ lines });
    },
  },
  {
    method: 'funding.days_without',
    name: 'Days without money',
    formula: 'days of the window outside the union of grant periods, both dates inclusive',
    source: 'project contract, section 5',
    use: 'Continuity of funding of one programme.',
    silent: 'The window has no days. Grants that end before they start are counted.',
    compute: (input) => {
      const read = new InputReader(input);
      return fundingDaysWithout({
        grants: read.records('grants', (row) => ({
          start: row.textOrNull('start'),
          end: row.textOrNull('end'),
        })),
        window_start: read.text('window_start'),
        window_end: read.text('window_end'),
      });
    },
  },
];
