import type { DatasetFacts } from '$lib/schema/dataset';
import { columnOf } from '$lib/schema/tables';
import type { Language, Text } from '$lib/schema/text';
import { monthWords } from './month-words';
import { sliceOfId, type Slice } from './period';

/** Whether the extracts that cover one period follow other rules of recording than those of another. */
export function extractsDiffer({ meta }: DatasetFacts, earlier: Slice, later: Slice): boolean {
  const [old, now] = [earlier, later].map((slice) => new Set(rulesIn(meta, slice))) as [
    Set<number>,
    Set<number>,
  ];
  return (
    old.size > 0 && now.size > 0 && (old.size !== now.size || [...now].some((one) => !old.has(one)))
  );
}

const rulesIn = ({ extracts = [] }: DatasetFacts['meta'], { first, last }: Slice): number[] =>
  extracts.filter((one) => one.first <= last && one.last >= first).map(({ rules }) => rules);

/** Tables whose rows a published total counts; of all other totals no figure here is made. */
const countedIn: Readonly<Record<string, readonly string[]>> = {
  possible: ['cases'],
  registered: ['cases'],
  identified: ['cases'],
  decisions_positive: ['decisions'],
  decisions_negative: ['decisions'],
  assisted: ['services'],
  children_in_care: ['placements'],
  children_missing: ['missing_episodes'],
  missing_episodes: ['missing_episodes'],
  detained: ['detention'],
};

/** Why two periods are compared with caution beside what `coverage` says: by `meta` and by published totals. */
export function reasonsElsewhere(
  facts: DatasetFacts,
  tables: readonly string[],
  earlier: Slice,
  later: Slice,
): Text[] {
  const published = (facts.publishedBreaks ?? []).flatMap(({ measure, period }) => {
    const first = sliceOfId(period)?.first;
    return first &&
      first > earlier.first &&
      first <= later.last &&
      countedIn[measure]?.some((table) => tables.includes(table))
      ? [publishedBreak(measure, first)]
      : [];
  });
  return [...(extractsDiffer(facts, earlier, later) ? [otherRules] : []), ...published];
}

/**
 * Whether bodies that report in the same months follow different rules, or extracts of the same months
 * do: then kinds of bodies are not compared without a word about it.
 */
export function rulesMixed({ coverage, meta }: DatasetFacts, tables: readonly string[]): boolean {
  const { extracts = [] } = meta;
  return (
    tables.some((table) => coverage[table]?.some(({ rules }) => rules.length > 1)) ||
    extracts.some((one) =>
      extracts.some(
        ({ first, last, rules }) => rules !== one.rules && first <= one.last && last >= one.first,
      ),
    )
  );
}

const otherRules: Text = {
  en: 'the extracts name different rules of recording',
  nb: 'uttrekkene oppgir ulike regler for registrering',
};

function publishedBreak(measure: string, month: string): Text {
  const { labels } = columnOf('aggregate_counts.measure').codes.find(
    ({ value }) => value === measure,
  ) ?? { labels: { en: measure, nb: measure } };
  const from = (language: Language) => monthWords(month, language);
  return {
    en: `a published total marks a break in its series from ${from('en')} (${labels.en})`,
    nb: `et publisert tall har et brudd i serien fra ${from('nb')} (${labels.nb})`,
  };
}
