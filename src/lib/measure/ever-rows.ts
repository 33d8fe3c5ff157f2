import { proportionBounds } from '$lib/statistics/proportion-bounds';
import type { DraftRow } from '$lib/disclosure/draft';
import type { Request } from './request';
import { mostlyUnknown, shareMarks, shareStatus } from './share-gates';
import { answers, shareAmong } from './share-sums';
import { timeParts } from './time-tally';
import type { TimeGroup } from './time-rows';
import type { Place } from './place';

/** S-P with U-BOUNDS: the share for whom the event ever happened, before T0 included. */
export function everRows(
  { indicator, view }: Request,
  { keys, at, children }: TimeGroup,
  place: Place,
): DraftRow[] {
  let [yes, no, unknown] = [0, 0, 0];
  for (let i = 0; i < at.length; i++) {
    const ever = keys.ever[at[i]!]!;
    if (ever > 0) yes += children[i]!;
    else if (ever < 0) unknown += children[i]!;
    else no += children[i]!;
  }
  const { period, by, of: asked } = place;
  const n = yes + no + unknown;
  const release = view.mode === 'release';
  const all = place.refs(timeParts.timed(asked), timeParts.notTimed(asked));
  const known = place.refs(timeParts.everKnown(asked));
  const sum = (label: string, value: number, over: readonly string[]) =>
    place.refs(label).map((count) => ({ count, value, over }));
  const limits = shareAmong([
    ...sum(timeParts.ever(asked), yes, answers.yes),
    ...sum(timeParts.everKnown(asked), yes + no, answers.known),
  ]);
  return indicator.measures
    .filter(
      ({ reads, of }) => reads === 'ever' && (of === undefined ? place.first : of === place.of),
    )
    .flatMap(({ id, unit }) => {
      const bounds = proportionBounds({ yes, no, unknown });
      const status = shareStatus(yes + no, bounds.status);
      const base = {
        period,
        by,
        unit,
        statistic: 'S-P',
        ...(release ? {} : { n, unknown }),
      };
      const counts = [...place.refs(timeParts.ever(asked)), ...known];
      // Whether a share of few is hidden for its unknowns says something about how many they are.
      const telling = status === 'bounds_only' || mostlyUnknown(view.threshold - 1, yes + no);
      const row: DraftRow = {
        ...base,
        measure: id,
        value: status === 'ok' ? bounds.known_share : null,
        low: status === 'ok' ? bounds.lower_ci : null,
        high: status === 'ok' ? bounds.upper_ci : null,
        numerator: yes,
        denominator: yes + no,
        status,
        marks: shareMarks(yes, yes + no),
        share: limits.known,
        counts: telling ? [...counts, ...all] : counts,
      };
      const band = (end: 'no' | 'yes', value: number | null): DraftRow => {
        const gate = shareStatus(n, value === null ? 'undefined' : 'ok');
        return {
          ...base,
          measure: `${id}_if_unknown_${end}`,
          value: gate === 'ok' ? value : null,
          numerator: end === 'no' ? yes : yes + unknown,
          denominator: n,
          share: limits[end],
          counts: [...counts, ...all],
          unless: release ? [all, known] : undefined,
          status: gate,
        };
      };
      return release || unknown
        ? [row, band('no', bounds.bound_low), band('yes', bounds.bound_high)]
        : [row];
    });
}
