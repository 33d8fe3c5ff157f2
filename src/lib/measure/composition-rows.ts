import type { DraftRow } from '$lib/disclosure/draft';
import type { Status } from '$lib/disclosure/released';
import type { Breakdown } from '$lib/schema/indicator';
import { proportionWilson } from '$lib/statistics/proportion-wilson';
import type { Request } from './request';
import { everyone, total } from './part';
import { mostlyUnknown, shareMarks, shareStatus } from './share-gates';
import { shareSums } from './share-sums';
import type { Tally } from './tally';

/** Codes that are no answer. */
export const unknowns: readonly string[] = ['unknown', 'not_asked'];

/** Label of the children with two or more codes, where they may have several. */
export const severalCodes = 'two or more codes';

/**
 * The figures of one group: a row a code and, under U-BOUNDS, the band that the unknown allow; then
 * the share with two or more codes (a measure `of` `several`).
 */
export function compositionRows(
  { indicator, view }: Request,
  tally: Pick<Tally, 'at' | 'has' | 'ref'>,
  place: {
    readonly period: string;
    readonly by: Readonly<Record<string, string>>;
    readonly of: Breakdown;
    readonly codes: readonly string[];
  },
): DraftRow[] {
  const { period, by, of, codes } = place;
  const n = tally.at(period, by);
  const known = tally.at(period, by, 'known');
  const refs = (...labels: string[]) =>
    labels
      .filter((label) => tally.has(period, by, label))
      .map((label) => tally.ref(period, by, label));
  // In Release view a share stands on the known children alone: how many are unknown is the figure of
  // its own row, which may be withheld while the shares are not.
  const beside = view.mode === 'working' ? { n, unknown: n - known } : {};
  const base = { period, statistic: 'S-P', ...beside } as const;
  const reading = (reads: string) =>
    indicator.measures.find((one) => one.reads === reads && one.of === undefined);
  const bounds = indicator.unknownRule === 'U-BOUNDS';
  const hidden = bounds && mostlyUnknown(n - known, known);
  const telling = bounds && (hidden || mostlyUnknown(view.threshold - 1, known));
  const several = indicator.measures.filter((one) => one.reads === 'share' && one.of === 'several');
  const lines = [
    ...codes.map((code) => ({ code, named: { ...by, [of]: code }, id: reading('share')?.id })),
    ...several.map(({ id }) => ({ code: severalCodes, named: by, id })),
  ];
  const multiple = indicator.statistic.kind === 'composition' && indicator.statistic.multiple;
  const single = codes.filter((code) => !unknowns.includes(code));
  return lines.flatMap(({ code, named, id = 'share' }): DraftRow[] => {
    const numerator = tally.at(period, by, code);
    // Children may have several codes: of one code there are those who have it and those who do not.
    const either = unknowns.includes(code) ? ['any code'] : [code, `not ${code}`];
    const among = multiple ? either : single;
    const all = [...among, ...unknowns];
    const sums = shareSums(tally, place, {
      ...Object.fromEntries(
        [...(multiple ? [code] : codes), ...unknowns].map((one) => [one, [one]]),
      ),
      known: among,
      [total]: all,
      [everyone]: all,
    });
    const own = { ...base, by: named, unit: 'share', numerator };
    const counted = code === severalCodes ? undefined : reading('count');
    const number: DraftRow[] = counted
      ? [
          {
            ...own,
            measure: counted.id,
            unit: counted.unit,
            statistic: 'S-N',
            value: numerator,
            status: 'ok',
            counts: refs(code),
          },
        ]
      : [];
    if (unknowns.includes(code)) {
      const status = shareStatus(n, n ? 'ok' : 'undefined');
      const share: DraftRow = {
        ...own,
        measure: reading('unknown')?.id ?? 'unknown_share',
        value: status === 'ok' ? numerator / n : null,
        denominator: n,
        share: { part: [code], whole: all, sums },
        status,
        counts: refs(code, 'total'),
      };
      return [...number, share];
    }
    const share = proportionWilson({ x: numerator, n: known });
    const status: Status = shareStatus(known, hidden ? 'bounds_only' : share.status);
    const row: DraftRow = {
      ...own,
      measure: id,
      value: status === 'ok' ? share.value : null,
      low: status === 'ok' ? share.lower : null,
      high: status === 'ok' ? share.upper : null,
      denominator: known,
      status,
      marks: shareMarks(numerator, known),
      share: { part: [code], whole: among, sums },
      counts: refs(code, 'known', ...(telling ? unknowns : [])),
    };
    const band = (end: 'no' | 'yes'): DraftRow => {
      const most = numerator + (end === 'yes' ? n - known : 0);
      const gate = shareStatus(n, 'ok');
      return {
        ...own,
        measure: `${row.measure}_if_unknown_${end}`,
        value: gate === 'ok' ? most / n : null,
        numerator: most,
        denominator: n,
        share:
          end === 'yes'
            ? { part: [code, ...unknowns], whole: all, sums }
            : { part: [code], whole: all, sums, plain: true },
        status: gate,
        counts: refs(code, 'known', ...unknowns),
        unless: [refs(...unknowns), []],
      };
    };
    return [...number, row, ...(bounds ? [band('no'), band('yes')] : [])];
  });
}
