import type { DraftRow } from '$lib/disclosure/draft';
import type { Status } from '$lib/disclosure/released';
import { proportionBounds } from '$lib/statistics/proportion-bounds';
import { fewAnswers } from './few-answers';
import { everyone, type Part } from './part';
import type { Place } from './place';
import { breakdownsOf, groupsOf, type Request } from './request';
import { rowColumns } from './row-columns';
import { mostlyUnknown, shareMarks, shareStatus } from './share-gates';
import { answers, shareAmong, shareSums } from './share-sums';
import { shareParts, shareTally } from './share-tally';
import type { Tally } from './tally';

/**
 * S-P of yes/no sub-questions among the children (or units) that each concerns: share of the known
 * with Wilson limits and the band that the unknown allow (U-BOUNDS), number of yes, number of unknown.
 */
export async function shares(request: Request): Promise<Part> {
  const { indicator, slices } = request;
  if (indicator.statistic.kind !== 'shares') throw new Error('not shares');
  const ofs = indicator.statistic.of;
  const units = (await rowColumns(request)).has('unit');
  const rows: DraftRow[] = [];
  const tallies: Tally[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    const { tally, met, query } = await shareTally(request, columns, ofs, units, tallies.length);
    const few = await fewAnswers(request, columns, units);
    tallies.push(tally);
    queries.push(query);
    const groups = groupsOf(columns, met);
    // A sub-question that concerns nobody in the files is not asked of them.
    const concerns = (of: string) =>
      slices.some(({ id }) => everyoneIn(of).some((label) => tally.has(id, {}, label)));
    for (const of of ofs.filter((of) => of === ofs[0] || !met.length || concerns(of)))
      for (const { id: period } of slices)
        for (const by of groups) {
          // A label that nobody has is no cell: its zero rests on those who were asked.
          const held = (labels: readonly string[]) =>
            labels.filter((label) => tally.has(period, by, label));
          const refs = (...labels: string[]) => {
            const own = held(labels);
            const cited = own.length ? own : held(everyoneIn(of));
            return cited.map((label) => tally.ref(period, by, label));
          };
          const place = { period, by, of, first: of === ofs[0], refs };
          const made = rowsOf(request, tally, place);
          const withhold = few(of, period, by);
          rows.push(...(withhold ? made.map((row) => ({ ...row, withhold })) : made));
        }
  }
  const [first] = tallies;
  const asked = everyoneIn(ofs[0] ?? '');
  const whole = slices.flatMap(({ id }) =>
    asked.filter((label) => first?.has(id, {}, label)).map((label) => ({ id, label })),
  );
  return {
    rows,
    tables: tallies.map((tally) => tally.table),
    whole: whole.flatMap(({ id, label }) => (first ? [first.ref(id, {}, label)] : [])),
    meets: units ? [] : meetingCells(first, slices, ofs),
    ...(units
      ? {}
      : { asked: whole.reduce((sum, { id, label }) => sum + (first?.at(id, {}, label) ?? 0), 0) }),
    ...(request.view.mode === 'working' && !units
      ? { ofWhich: answersOf(first, slices, ofs[0] ?? '') }
      : {}),
    queries,
  };
}

/** Answers of all children by period, as another question may name them. */
const meetingCells = (
  tally: Tally | undefined,
  slices: Request['slices'],
  ofs: readonly string[],
): NonNullable<Part['meets']> =>
  slices.flatMap(({ id }) =>
    ofs
      .flatMap((of) => [shareParts.yes(of), ...everyoneIn(of)])
      .flatMap((label) =>
        tally?.has(id, {}, label) ? [[`${id} ${label}`, tally.ref(id, {}, label)] as const] : [],
      ),
  );

const words = {
  yes: { en: 'answer yes', nb: 'svar ja' },
  no: { en: 'answer no', nb: 'svar nei' },
  unknown: { en: 'answer not known', nb: 'svar ikke kjent' },
} as const;

/** Answers to the headline sub-question, one line each. */
function answersOf(
  tally: Tally | undefined,
  slices: Request['slices'],
  of: string,
): NonNullable<Part['ofWhich']> {
  const at = (label: string) =>
    slices.reduce((sum, { id }) => sum + (tally?.at(id, {}, label) ?? 0), 0);
  const yes = at(shareParts.yes(of));
  return [
    { words: words.yes, count: yes },
    { words: words.no, count: at(shareParts.known(of)) - yes },
    { words: words.unknown, count: at(shareParts.unknown(of)) },
  ].filter(({ count }) => count > 0);
}

/** Everyone whom a sub-question concerns. */
const everyoneIn = (of: string) => [shareParts.known(of), shareParts.unknown(of)];

function rowsOf({ indicator, view }: Request, tally: Tally, place: Place): DraftRow[] {
  const { period, by, of } = place;
  const release = view.mode === 'release';
  const [yes, known, unknown] = [shareParts.yes(of), shareParts.known(of), shareParts.unknown(of)];
  const at = (label: string) => tally.at(period, by, label);
  const n = at(known) + at(unknown);
  // In Release view the number of unknown is a figure of its own, which may be withheld while the
  // share of the known is not.
  const base = { period, by, ...(release ? {} : { n, unknown: at(unknown) }) };
  const limits = shareAmong(
    shareSums(tally, place, {
      [yes]: answers.yes,
      [known]: answers.known,
      [unknown]: answers.unknown,
      [everyone]: answers.all,
    }),
  );
  return indicator.measures
    .filter((measure) => (measure.of === undefined ? place.first : measure.of === of))
    .flatMap(({ id, reads, unit }): DraftRow[] => {
      if (reads === 'count' || reads === 'unknown') {
        const label = reads === 'count' ? yes : unknown;
        const counted = { value: at(label), numerator: at(label), status: 'ok' } as const;
        return [
          { ...base, ...counted, measure: id, unit, statistic: 'S-N', counts: place.refs(label) },
        ];
      }
      if (reads !== 'share') return [];
      const bounds = proportionBounds({
        yes: at(yes),
        no: at(known) - at(yes),
        unknown: at(unknown),
      });
      const status = shareStatus(at(known), bounds.status);
      const shown = status === 'ok';
      // Whether a share of few is hidden for its unknowns says something about how many they are.
      const telling = status === 'bounds_only' || mostlyUnknown(view.threshold - 1, at(known));
      const row: DraftRow = {
        ...base,
        measure: id,
        unit,
        statistic: 'S-P',
        value: shown ? bounds.known_share : null,
        low: shown ? bounds.lower_ci : null,
        high: shown ? bounds.upper_ci : null,
        numerator: at(yes),
        denominator: at(known),
        status,
        marks: shareMarks(at(yes), at(known)),
        share: limits.known,
        counts: place.refs(yes, known, ...(telling ? [unknown] : [])),
      };
      const band = (end: 'no' | 'yes', value: number | null): DraftRow => {
        const gate = shareStatus(n, value === null ? 'undefined' : 'ok');
        return {
          ...base,
          measure: `${id}_if_unknown_${end}`,
          unit,
          statistic: 'S-P',
          value: gate === 'ok' ? value : null,
          numerator: at(yes) + (end === 'yes' ? at(unknown) : 0),
          denominator: n,
          share: limits[end],
          unless: release ? [place.refs(unknown), []] : undefined,
          status: gate satisfies Status,
          counts: place.refs(yes, known, unknown),
        };
      };
      return (release && tally.has(period, by, unknown)) || at(unknown)
        ? [row, band('no', bounds.bound_low), band('yes', bounds.bound_high)]
        : [row];
    });
}
