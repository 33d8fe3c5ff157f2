import type { Engine } from '$lib/engine/engine';
import type { CountTable, Draft, DraftRow, DraftStep } from '$lib/disclosure/draft';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Breakdown, Choice, Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { withAmong } from './among';
import { availability, hasColumn } from './availability';
import { isBroken } from './breaks';
import { careCalendar } from './care-calendar';
import { comparability, isProvisional } from './comparability';
import { withComparisons, withReference } from './compare-part';
import { completeness } from './completeness';
import { composition } from './composition';
import { count } from './count';
import { cutOf } from './cut-of';
import { cubesOf, type Cubes } from './cubes';
import { distribution } from './distribution';
import { aboutChildren, figureNotes } from './figure-notes';
import { flowShares } from './flow-shares';
import { fundedDays } from './funded-days';
import { incidence } from './incidence';
import { presumedNotes } from './is-child';
import { joinParts } from './join-parts';
import { mergedNotes } from './merged-notes';
import { meanCount } from './mean-count';
import { moneyShares } from './money-shares';
import { optionsOf } from './options';
import { ownBreakdowns } from './own-breakdowns';
import type { Part } from './part';
import { addMonths, slicesOf, type Slice } from './period';
import type { Prepared } from './prepare';
import { profile } from './profile';
import { questionsOf } from './questions';
import { rate } from './rate';
import { filtersOf, neverCrossed, type Request } from './request';
import { RowsOnce } from './rows-once';
import { shareOfTime } from './share-of-time';
import { shares } from './shares';
import { steps } from './steps';
import { succession } from './succession';
import { timeToEvent } from './time-to-event';
import type { View } from './view';
import { waitingNotes } from './waiting-notes';

const evaluators: Partial<
  Record<Indicator['statistic']['kind'], (request: Request) => Promise<Part>>
> = {
  count,
  completeness,
  'mean-count': meanCount,
  profile,
  'money-shares': moneyShares,
  'flow-shares': flowShares,
  rate,
  composition,
  distribution,
  'share-of-time': shareOfTime,
  shares,
  succession,
  time: timeToEvent,
  incidence,
  'funded-days': fundedDays,
  'care-calendar': careCalendar,
};

/** What the numbers of a figure are computed from. */
export interface DraftSource {
  readonly engine: Engine;
  readonly facts: DatasetFacts;
  readonly prepared: Prepared;
  /** Cubes to answer from; those of the data set if left out. */
  readonly cubes?: Pick<Cubes, 'of' | 'answers'>;
}

/**
 * One indicator under one view from typed tables to what the gate judges. A figure that cannot be computed
 * says which table or column it needs. `also`: breakdowns besides those that the definition allows.
 */
export async function draftOf(
  source: DraftSource,
  indicator: Indicator,
  asked: View,
  signal?: AbortSignal,
  also: readonly Breakdown[] = [],
): Promise<Draft> {
  const view = withReference(asked);
  const { engine, facts, prepared } = source;
  const cubes = source.cubes ?? cubesOf(prepared);
  const { missing, reduced } = availability(indicator, facts);
  const head = {
    indicator: indicator.id,
    revision: indicator.revision,
    mode: view.mode,
    threshold: view.threshold,
    synthetic: facts.synthetic,
  } as const;
  const none = { ...head, rows: [], steps: [], tables: [], query: '' };
  if (missing)
    return {
      ...none,
      notes: [...mergedNotes(facts, missing), ...waitingNotes(facts)],
      unavailable: missing,
    };
  if (view.mode === 'release' && neverCrossed(filtersOf(view)))
    return { ...none, notes: [filtersNote] };
  const choice = choiceOf(source, indicator, view);
  const questions = questionsOf(indicator, choice).map((question) => ({
    ...question,
    breakdowns: [...new Set([...question.breakdowns, ...also])],
  }));
  const once = new RowsOnce(
    engine,
    questions.flatMap(({ rows, events }) => [rows, events].flatMap((one) => one?.(choice) ?? [])),
    cubes.answers,
  );
  const requests = questions.map((question): Request => {
    const own = slices(question, view, facts, prepared);
    return {
      ...{ engine: once, facts, prepared, cubes, indicator: question, view, choice, signal },
      slices: own,
    };
  });
  const [first] = requests;
  if (!first?.slices.length) return { ...none, notes: [notCovered] };
  const { part, way } = await measured(requests, first).finally(() => once.close());
  return {
    ...head,
    rows: part.rows.map((row) => (row.withhold ? { ...row, counts: [], share: undefined } : row)),
    tables: [...part.tables, ...way.tables].map(citedOnly(part.rows, way.steps, part.same)),
    ...(part.same?.length ? { same: part.same } : {}),
    steps: way.steps,
    ...(aboutChildren(indicator) && {
      cut: cutOf(
        questions,
        requests.flatMap((request) => request.slices),
        view,
      ),
    }),
    query: part.queries.join(';\n\n'),
    notes: [
      ...(aboutChildren(indicator) && !indicator.anyAge ? presumedNotes(choice) : []),
      ...figureNotes(source, indicator, view, reduced, requests.some(byEvent)),
    ],
    ...(aboutChildren(indicator)
      ? { comparisons: comparability(facts, tablesOf(indicator), first.slices) }
      : {}),
  };
}

/** What the rows of a definition may depend on, under a view. */
export const choiceOf = ({ facts }: DraftSource, indicator: Indicator, view: View): Choice => ({
  options: optionsOf(indicator, view),
  has: hasColumn(facts),
  extractMonth: facts.meta.extractMonth,
});

/** All questions of the figure, and the way to its children. */
async function measured(requests: readonly Request[], first: Request) {
  const parts: Part[] = [];
  for (const request of requests) {
    const { id, statistic } = request.indicator;
    const evaluate = evaluators[statistic.kind];
    if (!evaluate) throw new Error(`${id} has a statistic without an evaluator`);
    const part = marked(await evaluate(await ownBreakdowns(request)), request);
    parts.push({ ...part, tables: await withAmong(request, part.tables) });
  }
  const same = requests.map(({ indicator }) => indicator.sameChildren === true);
  const part = await withComparisons(joinParts(parts, same), requests);
  return { part, way: hasWay(first) ? await steps(first, part) : noWay };
}

/**
 * Keeps the count cells that something shown is a function of. A count that no figure rests on is no
 * figure: protecting it would only withhold more.
 */
function citedOnly(
  rows: readonly DraftRow[],
  steps: readonly DraftStep[],
  same: Part['same'] = [],
): (table: CountTable, at: number) => CountTable {
  const text = (table: number, key: readonly string[]) => [table, ...key].join('\u0001');
  const cited = new Set(
    [
      ...[...rows.filter((row) => !row.withhold), ...steps].flatMap(({ counts }) => counts),
      ...same.flat(),
    ].map(({ table, key }) => text(table, key)),
  );
  return (table, at) => ({
    ...table,
    cells: table.cells.filter(({ key }) => cited.has(text(at, key))),
  });
}

const noWay = { steps: [], tables: [] };

/**
 * In Release view the way is told of the whole: what a filter or a period leaves out is the
 * difference of two figures, and the gate decides which of them can be seen.
 */
const hasWay = ({ indicator, view, slices, prepared }: Request): boolean =>
  aboutChildren(indicator) &&
  (view.mode === 'working' ||
    (Object.keys(view.where).length === 0 &&
      slices[0]!.first === prepared.covered.first &&
      slices.at(-1)!.last === prepared.covered.last));

/** Tables that a definition reads. */
const tablesOf = ({ needs }: Indicator): string[] => [
  ...new Set(needs.map((path) => path.split('.')[0] ?? path)),
];

/** Marks the figures of periods that are not whole, that may be filled yet, or with which the series breaks. */
function marked(part: Part, { facts, indicator, slices }: Request): Part {
  const marksOf = new Map(
    slices.map((slice, i) => [
      slice.id,
      [
        ...(slice.incomplete ? ['incomplete'] : []),
        ...(aboutChildren(indicator) && isProvisional(facts, tablesOf(indicator), slice)
          ? ['provisional']
          : []),
        ...(aboutChildren(indicator) && isBroken(facts, tablesOf(indicator), slices[i - 1], slice)
          ? ['break']
          : []),
      ],
    ]),
  );
  const rows = part.rows.map((row) => {
    const own = marksOf.get(row.period) ?? [];
    return own.length ? { ...row, marks: [...(row.marks ?? []), ...own] } : row;
  });
  return { ...part, rows };
}

/** Kinds that place rows, not children, in the period when the question is a flow. */
const placed = new Set<Indicator['statistic']['kind']>([
  'incidence',
  'flow-shares',
  'time',
  'shares',
  'composition',
  'distribution',
]);

const byEvent = ({ indicator: { period, statistic } }: Pick<Request, 'indicator'>): boolean =>
  period === 'flow' && placed.has(statistic.kind);

/** Months of the figure. Money: the chosen period or the 24 months that end with the extract. */
function slices(
  indicator: Indicator,
  view: View,
  facts: DatasetFacts,
  { covered, flow }: Prepared,
): Slice[] {
  const calendar = indicator.statistic.kind === 'care-calendar';
  if (indicator.population !== 'programmes' && !calendar) {
    return slicesOf(view.period, byEvent({ indicator }) ? flow : covered, covered.last);
  }
  const last = facts.meta.extractMonth ?? covered.last;
  const window = { first: addMonths(last, -23), last };
  const { period } = view;
  // One grain only: sums over months beside the months would tell who was there in one of them alone.
  if (calendar)
    return slicesOf(
      { kind: 'month', from: period.from ?? window.first, to: period.to ?? window.last },
      { first: covered.first, last },
    );
  return period.kind === 'all' && !period.from && !period.to
    ? [{ id: `${window.first}..${window.last}`, ...window }]
    : slicesOf(period, { first: covered.first, last });
}

const notCovered: Text = {
  en: 'The files cover no month of the period asked for.',
  nb: 'Filene dekker ingen måned i perioden det spørres om.',
};

const filtersNote: Text = {
  en: 'Special-category information is never crossed with region in anything that leaves: take one of the two filters away.',
  nb: 'Særlige kategorier krysses aldri med region i noe som forlater maskinen: ta bort ett av de to filtrene.',
};
