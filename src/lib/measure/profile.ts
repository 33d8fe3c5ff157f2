import type { Row } from '$lib/engine/engine';
import type { DraftRow } from '$lib/disclosure/draft';
import { sql } from '$lib/schema/sql';
import type { Breakdown, Measure } from '$lib/schema/indicator';
import type { Part } from './part';
import { addMonths, type Slice } from './period';
import { breakdownsOf, type Request } from './request';
import { shareStatus } from './share-gates';

interface Answer {
  readonly programme: string;
  readonly assessor: string;
  readonly item: string;
  readonly month: string;
  readonly score: number | null;
  readonly applicable: boolean;
  readonly proven: boolean;
}

/** What became of one item of one programme. */
type State = 'in practice' | 'not in practice' | 'not applicable' | 'not recorded' | 'expired';

/** Answers older than this at the end of the period have expired (ruling PQ-01). */
const monthsValid = 24;

/**
 * S-IDX: the latest answer of each programme to each item at the end of the period, by whoever assessed
 * it (itself, others): the scores, the lowest of them by name, how many items are in practice, and their
 * share of the applicable items answered. Not applicable, not recorded, expired and not assessed are
 * counted apart. Of two answers of one month the lower score stands. Nothing is averaged unless asked.
 */
export async function profile(request: Request): Promise<Part> {
  const { engine, choice, indicator, signal, slices } = request;
  if (indicator.statistic.kind !== 'profile') throw new Error('no profile');
  const { items } = indicator.statistic;
  const statement = sql`SELECT * FROM (${indicator.rows?.(choice) ?? sql``}) ORDER BY ALL`;
  const answers = (await engine.query(statement, { signal }))
    .flatMap(answerOf)
    .filter(({ item }) => items.includes(item));
  const wanted: (readonly Breakdown[])[] = [...breakdownsOf(request), ['programme', 'assessor']];
  const rows = slices.flatMap((slice) =>
    wanted.flatMap((columns) => {
      const met = answers.filter(({ month }) => month <= slice.last);
      // An item that nobody answered is a row too.
      const split = columns.filter((column) => column !== 'checklist_item');
      const each = split.length === columns.length ? [null] : items;
      const groups = new Map<string, Answer[]>();
      for (const answer of met) {
        const key = JSON.stringify(split.map((column) => [column, codeOf(answer, column)]));
        groups.set(key, [...(groups.get(key) ?? []), answer]);
      }
      if (!columns.length && !groups.size) groups.set('[]', []);
      return [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([key, own]) => {
          const by = Object.fromEntries(JSON.parse(key) as [string, string][]);
          return each.flatMap((item) => rowsOf(request, own, slice, by, item ? [item] : items));
        });
    }),
  );
  const once = new Map(rows.map((row) => [JSON.stringify([row.measure, row.period, row.by]), row]));
  return { rows: [...once.values()], tables: [], whole: [], queries: [String(statement)] };
}

function answerOf(row: Row): Answer[] {
  if (row.programme === null || row.checklist_item === null || row.assessed === null) return [];
  return [
    {
      programme: String(row.programme),
      assessor: String(row.assessor),
      item: String(row.checklist_item),
      month: String(row.assessed),
      score: row.score === null ? null : Number(row.score),
      applicable: row.state !== 'not_applicable',
      proven: row.evidence === true,
    },
  ];
}

const codeOf = ({ programme, assessor, item }: Answer, column: Breakdown): string =>
  ({ programme, assessor, checklist_item: item })[column as string] ?? 'unknown';

/** The latest answers, one a programme and item. */
function latest(answers: readonly Answer[]): Answer[] {
  const found = new Map<string, Answer>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.programme, answer.item]);
    const met = found.get(key);
    const later = !met || answer.month > met.month;
    const lower = met?.month === answer.month && height(answer) < height(met);
    if (later || lower) found.set(key, answer);
  }
  return [...found.values()];
}

/** Of answers of one month the lowest stands: of two 3s the one unproven, and any score before none. */
const height = ({ score, proven, applicable }: Answer): number =>
  score === null ? (applicable ? 6 : 5) : score + (score === 3 && proven ? 1 : 0);

function stateOf(answer: Answer, last: string): State {
  if (answer.month < addMonths(last, -monthsValid)) return 'expired';
  if (!answer.applicable) return 'not applicable';
  if (answer.score === null) return 'not recorded';
  return answer.score === 3 && answer.proven ? 'in practice' : 'not in practice';
}

function rowsOf(
  { indicator, choice }: Request,
  answers: readonly Answer[],
  slice: Slice,
  place: Readonly<Record<string, string>>,
  items: readonly string[],
): DraftRow[] {
  const [only] = items;
  const by = only !== undefined && items.length === 1 ? { ...place, checklist_item: only } : place;
  const own = latest(answers.filter(({ item }) => items.includes(item)));
  const states = own.map((answer) => ({ answer, state: stateOf(answer, slice.last) }));
  const number = (...wanted: State[]) =>
    states.filter(({ state }) => wanted.includes(state)).length;
  const programmes = new Set(answers.map(({ programme }) => programme)).size;
  const counts: Readonly<Record<string, number>> = {
    'in practice': number('in practice'),
    'not applicable': number('not applicable'),
    'not recorded': number('not recorded'),
    expired: number('expired'),
    'not assessed': programmes * items.length - own.length,
  };
  const known = number('in practice', 'not in practice');
  const status = shareStatus(known, known ? 'ok' : 'undefined');
  const base = { period: slice.id, counts: [], statistic: 'S-IDX' } as const;
  const scored = states.filter(
    ({ state }) => state === 'in practice' || state === 'not in practice',
  );
  const scores = scored.map(({ answer }) => answer.score ?? 0);
  const lowest = Math.min(...scores);
  const single = by.programme !== undefined && by.assessor !== undefined;
  const score = (measure: Measure): DraftRow[] => {
    const row = { ...base, measure: measure.id, unit: measure.unit };
    if (measure.of === 'average') {
      if (choice.options.average !== 'on') return [];
      const sum = scores.reduce((all, one) => all + one, 0);
      return [
        {
          ...row,
          by,
          value: known ? sum / known : null,
          denominator: known,
          status: known ? 'ok' : 'undefined',
        },
      ];
    }
    if (!single) return [];
    if (measure.of === 'lowest')
      return scored
        .filter(({ answer }) => answer.score === lowest)
        .map(({ answer }) => ({
          ...row,
          by: { ...by, checklist_item: answer.item },
          value: lowest,
          status: 'ok',
        }));
    return states.map(({ answer, state }) => ({
      ...row,
      by: { ...by, checklist_item: answer.item },
      value: answer.score,
      status: answer.score === null ? 'undefined' : 'ok',
      ...(answer.score === null
        ? { missing: answer.applicable ? ('not recorded' as const) : ('not asked' as const) }
        : {}),
      marks: state === 'expired' ? ['expired'] : [],
    }));
  };
  return indicator.measures.flatMap((measure): DraftRow[] => {
    const { id, unit, reads, of } = measure;
    const row = { ...base, measure: id, unit, by };
    if (reads === 'score') return score(measure);
    if (reads === 'share')
      return [
        {
          ...row,
          value: status === 'ok' ? number('in practice') / known : null,
          numerator: number('in practice'),
          denominator: known,
          status,
        },
      ];
    const value = counts[of ?? 'in practice'] ?? 0;
    return [{ ...row, value, numerator: value, status: 'ok' }];
  });
}
