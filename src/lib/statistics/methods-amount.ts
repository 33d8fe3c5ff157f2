import { distributionSummary } from './distribution-summary';
import { exposureChildMonths } from './exposure-child-months';
import { fundingDaysWithout } from './funding-days-without';
import { fundingGap } from './funding-gap';
import { InputReader } from './input-reader';
import { computed } from './method';
import { referralWithinHoursBounds } from './referral-within-hours-bounds';
import { wordsAmount } from './words-amount';

/** Sums, spans and distributions: nothing is estimated, so there are no intervals. */
export const methodsAmount = computed(wordsAmount, {
  'exposure.child_months': (input) => {
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
  'referral.within_hours_bounds': (input) => {
    const read = new InputReader(input);
    return referralWithinHoursBounds({
      day_differences: read.numbersOrNulls('day_differences'),
      hours: read.number('hours'),
      missing_policy: read.oneOf('missing_policy', ['exclude', 'bounds'], 'exclude'),
    });
  },
  'distribution.summary': (input) =>
    distributionSummary({ x: new InputReader(input).numbersOrNulls('x') }),
  'funding.gap': (input) => {
    const lines = new InputReader(input).records('lines', (row) => ({
      required: row.numberOrNull('required'),
      funded: row.numberOrNull('funded'),
    }));
    return fundingGap({ lines });
  },
  'funding.days_without': (input) => {
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
});
