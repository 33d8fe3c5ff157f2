import type { DatasetFacts } from '$lib/schema/dataset';
import { sql, type Sql } from '$lib/schema/sql';
import { hasColumn } from './availability';

/** What a quasi-identifier can be made coarser to; the last may leave it out. */
export type Coarser = 'age_band' | 'citizenship_group' | 'quarter' | 'year' | 'left_out';

/** A column of `cases` that together with others can point to a child, and its coarser forms. */
export interface QuasiIdentifier {
  /** Logical column of `cases`, as the files hold it. */
  readonly column: string;
  /** Its value as the files hold it; a value that nobody knows is a value of its own. */
  readonly fine: Sql;
  /** From fine to coarse; each is decided by the one before. `left_out` needs no expression. */
  readonly coarser: readonly { readonly to: Coarser; readonly expression: Sql | null }[];
  /** Which of `coarser` the check of the data model (section 2) looks at; null takes it as it is. */
  readonly model: Coarser | null;
}

const plain = (column: string, fine: Sql): QuasiIdentifier => ({
  ...{ column, fine },
  ...{ coarser: [], model: null },
});

/**
 * The quasi-identifiers of the data model, section 2 (gender, age band, citizenship group, region,
 * quarter of first detection, main form), as far as the loaded case files have them.
 */
export function quasiIdentifiers(facts: DatasetFacts): readonly QuasiIdentifier[] {
  const loaded = (column: string) => hasColumn(facts)('cases', column);
  const found: QuasiIdentifier[] = [];
  if (loaded('gender')) found.push(plain('gender', sql`enum_code(gender)::INTEGER`));
  if (loaded('age_at_detection') || loaded('age_band_at_detection'))
    found.push(age(loaded('age_at_detection')));
  if (loaded('citizenship') || loaded('citizenship_group'))
    found.push(citizenship(loaded('citizenship'), loaded('citizenship_group')));
  if (loaded('region'))
    found.push({
      ...plain('region', sql`region`),
      coarser: [{ to: 'left_out', expression: null }],
    });
  if (loaded('index_month')) found.push(month());
  if (loaded('main_form')) found.push(plain('main_form', sql`enum_code(main_form)::INTEGER`));
  return found;
}

/** Age in years where it is known, else the band that was recorded. */
function age(years: boolean): QuasiIdentifier {
  const recorded = sql`enum_code(age_band_at_detection)::INTEGER`;
  if (!years) return plain('age_band_at_detection', recorded);
  const band = (code: string) => sql`enum_code(${code}::e_age_band)::INTEGER`;
  return {
    column: 'age_at_detection',
    fine: sql`coalesce(age_at_detection, 1000 + ${recorded})`,
    coarser: [
      {
        to: 'age_band',
        expression: sql`CASE WHEN age_at_detection >= 18 THEN ${band('18plus')}
          WHEN age_at_detection >= 15 THEN ${band('15_17')} WHEN age_at_detection >= 12 THEN ${band('12_14')}
          WHEN age_at_detection >= 9 THEN ${band('9_11')} WHEN age_at_detection >= 0 THEN ${band('0_8')}
          ELSE ${recorded} END`,
      },
    ],
    model: 'age_band',
  };
}

/** A country stands with its group, so that each country is finer than the group. */
function citizenship(country: boolean, group: boolean): QuasiIdentifier {
  const code = sql`enum_code(citizenship_group)::INTEGER`;
  if (!country) return plain('citizenship_group', code);
  return {
    column: 'citizenship',
    fine: group
      ? sql`CASE WHEN citizenship IS NOT NULL OR citizenship_group IS NOT NULL THEN
          coalesce(citizenship, '') || '/' || coalesce(${code}, -1) END`
      : sql`citizenship`,
    coarser: group
      ? [{ to: 'citizenship_group', expression: code }]
      : [{ to: 'left_out', expression: null }],
    model: group ? 'citizenship_group' : 'left_out',
  };
}

/** Months as plain numbers; a year that stands for a month is a number of its own. */
function month(): QuasiIdentifier {
  const year = sql`year(index_month)::INTEGER`;
  const byYear = sql`index_month__grain IS NOT DISTINCT FROM 'year'::e_grain`;
  return {
    column: 'index_month',
    fine: sql`CASE WHEN ${byYear} THEN -${year} ELSE ${year} * 12 + month(index_month)::INTEGER END`,
    coarser: [
      {
        to: 'quarter',
        expression: sql`CASE WHEN ${byYear} THEN -${year} ELSE ${year} * 4 + quarter(index_month)::INTEGER END`,
      },
      { to: 'year', expression: year },
    ],
    model: 'quarter',
  };
}
