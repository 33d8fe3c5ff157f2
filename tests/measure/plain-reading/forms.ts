import { known, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { shareRows } from './curve';
import { gatedShare, groupBy, mostlyUnknown, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';

type View = 'all' | 'main' | 'groups';

const groups: Readonly<Record<string, string>> = {
  ...{ labour: 'labour', domestic_servitude: 'labour', criminal: 'criminal', begging: 'begging' },
  ...{
    forced_marriage: 'marriage_adoption_surrogacy',
    illegal_adoption: 'marriage_adoption_surrogacy',
    surrogacy: 'marriage_adoption_surrogacy',
  },
};
const groupOf = (form: string) =>
  form.startsWith('sexual_') ? 'sexual' : (groups[form] ?? 'other');

/** ID-12: forms of exploitation, several of them, and children who were moved between them. */
export function formsOfExploitation(
  files: Files,
  months: Months,
  breakdown: string,
  view: View,
): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild,
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const prefix = { all: '', main: 'main_', groups: 'group_' }[view];
    const found = units.map((child) => formsOf(child, view));
    const known = found.filter((forms) => forms.length > 0).length;
    const [n, unknown] = [units.length, units.length - known];
    const shares = [...new Set(found.flat())].map((form) => {
      const numerator = found.filter((forms) => forms.includes(form)).length;
      return {
        period: months.id,
        by: { ...by, [view === 'groups' ? 'form_group' : 'form']: form },
        measure: `${prefix}share`,
        numerator,
        denominator: known,
        n,
        unknown,
        ...(known >= 10 && mostlyUnknown(known, unknown)
          ? { value: null, status: 'bounds_only' }
          : gatedShare(numerator, known)),
      };
    });
    const formless: PlainRow = {
      period: months.id,
      by: { ...by, [view === 'groups' ? 'form_group' : 'form']: 'unknown' },
      measure: `${prefix}unknown_share`,
      numerator: unknown,
      denominator: n,
      ...gatedShare(unknown, n),
    };
    const several = found.map((forms) => (forms.length > 0 ? forms.length > 1 : null));
    const moved = units
      .map((child) => changedForm(child, view))
      .filter((answer) => answer !== undefined);
    return [
      ...shares,
      ...(unknown > 0 ? [formless] : []),
      ...(view === 'main' ? [] : severalShare(place, `${prefix}several_share`, several)),
      ...(moved.length > 0 ? shareRows(place, 'changed_share', moved) : []),
      ...(breakdown ? [] : pairRows(months.id, units, view)),
    ];
  });
}

/** Children by the form recorded first and the other form recorded next, with both margins. */
function pairRows(period: string, children: readonly Child[], view: View): PlainRow[] {
  const front = view === 'groups' ? 'group' : 'form';
  const pairs = children.map((child) => pairOf(child, view)).filter((pair) => pair !== undefined);
  const [firsts, laters] = [0, 1].map((end) => [...new Set(pairs.map((pair) => pair[end]!)), null]);
  return firsts!.flatMap((first) =>
    laters!.map((later): PlainRow => {
      const value = pairs.filter(
        ([one, other]) => (first ?? one) === one && (later ?? other) === other,
      ).length;
      return {
        ...{ period, measure: view === 'groups' ? 'group_pairs_count' : 'pairs_count', value },
        numerator: value,
        by: {
          ...(first === null ? {} : { [`${front}_first`]: first }),
          ...(later === null ? {} : { [`${front}_later`]: later }),
        },
        status: 'ok',
      };
    }),
  );
}

/** The pair of one child; undefined without a period of exploitation. */
function pairOf(child: Child, view: View): readonly [string, string] | undefined {
  const spells = child.events('exploitation_spells').map((row) => {
    const form = known(row.form);
    return {
      at: Number(row.sequence),
      form: form !== null && view === 'groups' ? groupOf(form) : form,
    };
  });
  if (spells.length === 0) return undefined;
  const told = spells.filter(({ form }) => form !== null).sort((a, b) => a.at - b.at);
  const only = (some: typeof told) => {
    const met = new Set(some.filter(({ at }) => at === some[0]?.at).map(({ form }) => form));
    return met.size === 1 ? [...met][0]! : 'unknown';
  };
  const first = only(told);
  if (spells.length === 1) return [first, 'once'];
  if (new Set(told.map(({ form }) => form)).size > 1)
    return [first, first === 'unknown' ? first : only(told.filter(({ form }) => form !== first))];
  return [first, told.length < spells.length ? 'unknown' : 'none'];
}

/** The share without a band: the unknown are a row of their own (U-CAT). */
function severalShare(
  place: Pick<PlainRow, 'period' | 'by'>,
  measure: string,
  answers: readonly (boolean | null)[],
): PlainRow[] {
  const nobody = answers.every((answer) => answer === null);
  return shareRows(place, measure, answers)
    .slice(0, 1)
    .map((row) => (nobody ? { ...row, status: 'undefined' } : row));
}

/** All forms recorded, the main one among them; as groups, or the main one alone. */
function formsOf(child: Child, view: View): readonly string[] {
  const main = child.answer('main_form');
  if (view === 'main') return main === null ? [] : [main];
  const all = [...child.list('forms'), ...(main === null ? [] : [main])];
  return [...new Set(view === 'groups' ? all.map(groupOf) : all)];
}

/**
 * Whether two consecutive spells differ in form, which they do unless all spells are of one form
 * (of one group in the view of groups);
 * null where a form that could decide is not known, undefined below two spells (ruling ID-12).
 */
function changedForm(child: Child, view: View): boolean | null | undefined {
  const forms = child.events('exploitation_spells').map((row) => {
    const form = known(row.form);
    return form !== null && view === 'groups' ? groupOf(form) : form;
  });
  if (forms.length < 2) return undefined;
  const different = new Set(forms.filter((form) => form !== null));
  if (different.size > 1) return true;
  return forms.includes(null) ? null : false;
}
