import type { Comparison } from '$lib/disclosure/released';
import type { DatasetFacts, MonthCoverage } from '$lib/schema/dataset';
import { tableOf } from '$lib/schema/tables';
import type { Text } from '$lib/schema/text';
import { reasonsElsewhere } from './break-elsewhere';
import { breaksOf, rulesDiffer, type Breaks } from './breaks';
import { monthWords } from './month-words';
import { addMonths, monthStartHours, type Slice } from './period';

/**
 * Neighbouring periods held against each other by what `coverage` says of the tables of a figure:
 * with caution where bodies started, stopped or missed months, where the rules of recording changed
 * or a body notes a break in its series (domain N-08), extracts name other rules, a published total is
 * marked as a break, or where the later period may still be filled;
 * not comparable where a period is not whole or no body reported in both. Pairs of which the files tell nothing are left out.
 */
export function comparability(
  facts: DatasetFacts,
  tables: readonly string[],
  slices: readonly Slice[],
): Comparison[] {
  return slices.slice(1).flatMap((later, i) => {
    const earlier = slices[i]!;
    const pair = { earlier: earlier.id, later: later.id };
    if (earlier.incomplete || later.incomplete)
      return [{ ...pair, verdict: 'not comparable' as const, reasons: [notWhole] }];
    const told = tables.flatMap((table) => {
      const [before, after] = [earlier, later].map((slice) => reported(facts, table, slice));
      return before && after && before.months.length > 0 && after.months.length > 0
        ? [judge(table, before, after, breaksOf(facts, table, earlier, later))]
        : [];
    });
    const elsewhere = reasonsElsewhere(facts, tables, earlier, later);
    if (told.length + elsewhere.length === 0) return [];
    const late = tables.some((table) => isProvisional(facts, [table], later)) ? [stillFilling] : [];
    const reasons = [...told.flatMap((one) => one.reasons), ...elsewhere, ...late];
    const verdict = told.some(({ apart }) => apart)
      ? ('not comparable' as const)
      : reasons.length > 0
        ? ('with caution' as const)
        : ('comparable' as const);
    return [{ ...pair, verdict, reasons: verdict === 'comparable' ? [sameBodies] : reasons }];
  });
}

/**
 * Whether the last months of a period may still be filled: the usual days from event to entry of a
 * body reach beyond the month of the extract. False where the files tell neither.
 */
export function isProvisional(
  facts: DatasetFacts,
  tables: readonly string[],
  { last }: Slice,
): boolean {
  const { extractMonth } = facts.meta;
  if (!extractMonth) return false;
  const lag = Math.max(
    0,
    ...tables.flatMap((table) => (facts.coverage[table] ?? []).map(({ lagDays }) => lagDays ?? 0)),
  );
  const end = (month: string) => monthStartHours(addMonths(month, 1));
  return end(last) + lag * 24 > end(extractMonth);
}

/** What the bodies did in one period. */
interface Reported {
  readonly months: readonly MonthCoverage[];
  /** Body → share of the months of the period in which it reported. */
  readonly bodies: ReadonlyMap<number, number>;
}

function reported(facts: DatasetFacts, table: string, { first, last }: Slice): Reported {
  const months = (facts.coverage[table] ?? []).filter(
    ({ month }) => month >= first && month <= last,
  );
  const length = Math.round((monthStartHours(last) - monthStartHours(first)) / 730.5) + 1;
  const bodies = new Map<number, number>();
  for (const body of months.flatMap(({ reporters }) => reporters))
    bodies.set(body, (bodies.get(body) ?? 0) + 1);
  for (const [body, count] of bodies) bodies.set(body, count / length);
  return { months, bodies };
}

function judge(
  table: string,
  before: Reported,
  after: Reported,
  broken: Breaks,
): { apart: boolean; reasons: readonly Text[] } {
  const label = tableOf(table).labels;
  const both = [...after.bodies.keys()].filter((body) => before.bodies.has(body));
  if (both.length === 0) return { apart: true, reasons: [noneInBoth(label)] };
  const joined = after.bodies.size - both.length;
  const left = before.bodies.size - both.length;
  const uneven = both.filter((body) => before.bodies.get(body) !== after.bodies.get(body)).length;
  return {
    apart: false,
    reasons: [
      ...(joined + left > 0 ? [movement(joined, left, label)] : []),
      ...(uneven > 0 ? [missedMonths(uneven, label)] : []),
      ...(broken.rules.length > 0 || rulesDiffer(before.months, after.months)
        ? [newRules(label)]
        : []),
      ...(broken.noted.bodies > 0 ? [notedBreak(broken.noted, label)] : []),
    ],
  };
}

const notWhole: Text = {
  en: 'one of the periods is not whole in the files',
  nb: 'en av periodene er ikke hel i filene',
};
const sameBodies: Text = {
  en: 'the same bodies reported in both',
  nb: 'de samme instansene rapporterte i begge',
};
const stillFilling: Text = {
  en: 'the last months may still be filled',
  nb: 'de siste månedene kan ennå bli fylt på',
};
const noneInBoth = (table: Text): Text => ({
  en: `no body reported in both (${table.en})`,
  nb: `ingen instans rapporterte i begge (${table.nb})`,
});
const newRules = (table: Text): Text => ({
  en: `the rules of recording are not the same (${table.en})`,
  nb: `reglene for registrering er ikke de samme (${table.nb})`,
});
const notedBreak = ({ bodies, months }: Breaks['noted'], table: Text): Text => {
  const when = (language: 'en' | 'nb') =>
    months.length === 1
      ? ` ${language === 'nb' ? 'fra' : 'from'} ${monthWords(months[0]!, language)}`
      : '';
  return {
    en: `${bodies} ${bodies === 1 ? 'body notes' : 'bodies note'} a break in the series${when('en')} (${table.en})`,
    nb: `${bodies} ${bodies === 1 ? 'instans' : 'instanser'} har notert et brudd i serien${when('nb')} (${table.nb})`,
  };
};
const missedMonths = (count: number, table: Text): Text => ({
  en: `${count} ${count === 1 ? 'body' : 'bodies'} reported in more months of one than of the other (${table.en})`,
  nb: `${count} ${count === 1 ? 'instans' : 'instanser'} rapporterte i flere måneder av den ene enn av den andre (${table.nb})`,
});

function movement(joined: number, left: number, table: Text): Text {
  const count = joined || left;
  const one = count === 1;
  const en =
    joined && left
      ? `${joined} more and ${left} fewer bodies`
      : `${count} ${one ? 'body' : 'bodies'} ${joined ? 'more' : 'fewer'}`;
  const nb =
    joined && left
      ? `${joined} nye og ${left} færre instanser`
      : `${count} ${one ? 'instans' : 'instanser'} ${joined ? 'flere' : 'færre'}`;
  return { en: `${en} reported (${table.en})`, nb: `${nb} rapporterte (${table.nb})` };
}
