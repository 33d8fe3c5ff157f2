import { daysSince, known, momentOf, type Cells, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { incidenceRows, shareRows, sorted } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { firstMissing } from './missing-first';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { timedOf, withoutEvent, type Wait } from './waiting';

const horizons = { '30d': 30 * 24, '14d': 14 * 24, '60d': 60 * 24 };

/** RF-04: assessed with a plan, the plan kept alive, and how assessments were made. */
export function assessedWithPlan(files: Files, months: Months, breakdown: string): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild,
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const waits = units.map(waitForPlan);
    const open = units.filter((child) => child.flag('case_open'));
    const made = units.flatMap((child) => assessmentsWithPlan(child));
    const share = (measure: string, answers: readonly (boolean | null)[]) =>
      answers.length > 0 ? shareRows(place, measure, answers) : [];
    const several = made.map((row) => yesNo(row.multidisciplinary));
    const heard = made.map((row) => yesNo(row.child_heard));
    return [
      ...incidenceRows(place, waits, horizons),
      { ...place, measure: 'not_timed_count', value: sorted(waits).unknown, status: 'ok' },
      ...[180, 90].flatMap((days) =>
        share(
          `updated_${days}d_share`,
          open.map((child) => isCurrent(child, days)),
        ),
      ),
      ...share(
        'multidisciplinary_and_heard_share',
        several.map((yes, i) => both(yes, heard[i] ?? null)),
      ),
      ...share('multidisciplinary_share', several),
      ...share('child_heard_share', heard),
    ];
  });
}

const yesNo = (cell: string | undefined): boolean | null => {
  const code = known(cell);
  return code === null ? null : code === 'yes';
};

/** One that is not so is enough to say no. */
function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

const needsOf = (child: Child): readonly Cells[] =>
  child.events('assessments').filter((row) => known(row.assessment_type) === 'individual_needs');

/** Whole days from T0 to a moment of a row (ruling M19); an offset counts from T0 already. */
function dayIn(child: Child, row: Cells, name: string): number | null {
  const moment = momentOf(row, name);
  if (moment?.offset) return moment.day;
  return child.t0 && moment ? daysSince(child.t0, moment) : null;
}

/** The first assessment that made a plan; one that does not say may have (rulings S10, M21). */
function waitForPlan(child: Child): Wait {
  if (!child.t0) return 'unknown';
  const completed = needsOf(child).flatMap((row) => {
    const day = dayIn(child, row, 'completed');
    return day === null ? [] : [{ day, plan: yesNo(row.plan_made) }];
  });
  const days = completed.filter(({ plan }) => plan).map(({ day }) => day);
  if (days.length === 0 && completed.some(({ plan }) => plan === null)) return 'unknown';
  const first = days.length > 0 ? Math.min(...days) : null;
  if (first !== null && first < 0) return 'invalid';
  const others = [firstMissing(child, child.t0, 'days')];
  return timedOf(first === null ? null : first * 24, withoutEvent(child, 'days', { others }));
}

/** Whether a plan was completed, updated or reviewed in the days before the last one of follow-up. */
function isCurrent(child: Child, days: number): boolean | null {
  const last = child.lastDay;
  if (!child.t0 || last === null) return null;
  const lately = (row: Cells, name: string) => {
    const day = dayIn(child, row, name);
    return day !== null && day <= last && last - day <= days;
  };
  const rows = child.events('assessments');
  const reviews = rows.filter((row) => known(row.assessment_type) === 'plan_review');
  const needs = needsOf(child).filter((row) => lately(row, 'completed'));
  if (
    rows.some((row) => lately(row, 'plan_updated')) ||
    reviews.some((row) => lately(row, 'completed')) ||
    needs.some((row) => yesNo(row.plan_made) === true)
  )
    return true;
  return needs.some((row) => yesNo(row.plan_made) === null) ? null : false;
}

/** Assessments completed with a plan within 30 days. */
const assessmentsWithPlan = (child: Child): readonly Cells[] =>
  needsOf(child).filter((row) => {
    const day = dayIn(child, row, 'completed');
    return known(row.plan_made) === 'yes' && day !== null && day >= 0 && day <= 30;
  });
