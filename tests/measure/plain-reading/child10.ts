import { codeOf, known, type Cells, type Files } from './cells';
import { gatedShare, groupBy, type PlainRow } from './figure-row';
import type { Months } from './populations';

const items = Array.from({ length: 10 }, (_, i) => `C10-${String(i + 1).padStart(2, '0')}`);
const proofs = ['document', 'data', 'observed', 'children'];

/** What stands of one item of one programme; `by` holds its assessor class where split by it. */
interface Standing {
  readonly by: Readonly<Record<string, string>>;
  readonly state: 'answered' | 'expired' | 'not_applicable' | 'not_recorded' | 'not_assessed';
  readonly score: number | null;
  readonly practised: boolean;
}

/** PQ-01: the ten items of every programme at the end of the period. */
export function child10(
  files: Files,
  months: Months,
  split: readonly string[],
  average: 'off' | 'on',
): PlainRow[] {
  const answers = (files.checklist ?? []).filter(
    (row) =>
      row.instrument === 'child10' &&
      items.includes(row.item ?? '') &&
      (row.assessed ?? '') <= months.last,
  );
  const apart = split.includes('assessor');
  const assessments = groupBy(answers, (row) => ({
    programme: row.programme_key ?? '',
    ...(apart ? { assessor: classOf(row) } : {}),
  }));
  const standing = assessments.flatMap(({ by, units }) =>
    items.map((item) => standingOf({ ...by, checklist_item: item }, units, months.last)),
  );
  const group = ({ by }: Standing) =>
    Object.fromEntries(split.map((column) => [column, by[column] ?? '']));
  const profile = split.join() === 'programme,assessor';
  return groupBy(standing, group).flatMap(({ by, units }) => {
    const row = { period: months.id, by };
    const answered = units.filter(({ state }) => state === 'answered');
    const practised = answered.filter(({ practised }) => practised).length;
    const count = (state: Standing['state']): PlainRow => ({
      ...{ ...row, measure: `${state}_count`, status: 'ok' },
      value: units.filter((one) => one.state === state).length,
    });
    return [
      { ...row, measure: 'in_practice_count', value: practised, status: 'ok' },
      {
        ...{ ...row, measure: 'share', numerator: practised, denominator: answered.length },
        ...gatedShare(practised, answered.length),
      },
      ...(['not_applicable', 'not_recorded', 'not_assessed', 'expired'] as const).map(count),
      ...(average === 'on' && answered.length > 0
        ? [{ ...row, measure: 'average_score', value: mean(answered), status: 'ok' }]
        : []),
      ...(profile ? [...scores(units, months.id), ...lowest(units, months.id)] : []),
    ];
  });
}

/** The score of each item of one programme and assessor class, that of an old answer too. */
const scores = (units: readonly Standing[], period: string): PlainRow[] =>
  units
    .filter(({ score }) => score !== null)
    .map(({ by, score }) => ({ measure: 'score', period, by, value: score, status: 'ok' }));

/** The lowest items of each programme and assessor class, expired answers apart. */
const lowest = (units: readonly Standing[], period: string): PlainRow[] => {
  const answered = units.filter(({ state }) => state === 'answered');
  const least = Math.min(...answered.map(({ score }) => score ?? Infinity));
  return scores(
    answered.filter(({ score }) => score === least),
    period,
  ).map((row) => ({ ...row, measure: 'lowest_score' }));
};

function classOf(row: Cells): string {
  const { code, why } = codeOf(row.assessor);
  if (code === null) return why === 'not_asked' ? 'not_asked' : 'unknown';
  return code === 'self' ? 'self' : 'others';
}

/** The latest answer stands; of answers of one month the lower (ruling PQ-01). */
function standingOf(by: Standing['by'], rows: readonly Cells[], last: string): Standing {
  const answers = rows.filter((row) => row.item === by.checklist_item);
  const month = answers.map((row) => row.assessed ?? '').reduce((a, b) => (a > b ? a : b), '');
  const latest = answers
    .filter((row) => row.assessed === month)
    .map(read)
    .sort((a, b) => (a.score ?? 4) - (b.score ?? 4) || rank(a) - rank(b))[0];
  if (!latest) return { by, state: 'not_assessed', score: null, practised: false };
  return { by, ...latest, state: monthsBetween(month, last) > 24 ? 'expired' : latest.state };
}

function read(row: Cells): Omit<Standing, 'by'> {
  const { code, why } = codeOf(row.score);
  const score = code !== null && /^[0-3]$/.test(code) ? Number(code) : null;
  const proven = proofs.includes(known(row.evidence) ?? '');
  if (score === null)
    return { state: why === 'na' ? 'not_applicable' : 'not_recorded', score, practised: false };
  return { state: 'answered', score, practised: score === 3 && proven };
}

/** Of two scores alike the one that is not in practice; of two without, the one that says why. */
const rank = ({ state, practised }: Omit<Standing, 'by'>): number =>
  practised || state === 'not_recorded' ? 1 : 0;

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

const mean = (units: readonly Standing[]): number =>
  units.reduce((sum, { score }) => sum + (score ?? 0), 0) / units.length;
