import type { DatasetFacts } from '$lib/schema/dataset';
import type { Indicator, Population } from '$lib/schema/indicator';
import { withPresumedAge } from '$lib/schema/presumed-age';
import { join, sql } from '$lib/schema/sql';
import { population as populationOf } from './among';
import { isChildSql } from './is-child';
import { populationSql } from './population';
import { shareParts } from './share-tally';

/** The figure that counts a population, and the label under which. */
export interface PopulationCounted {
  readonly indicator: Indicator;
  readonly label: string;
  /** Populations within it that are counted before, each the answer yes to its name. */
  readonly holds: readonly string[];
  /** The population that it is a part of, where that is counted before. */
  readonly within?: string;
}

const empty = { en: '', nb: '' };

const definition: Omit<Indicator, 'id' | 'population' | 'statistic' | 'measures'> = {
  ...{ revision: 1, area: 'quality', core: false, users: [], period: 'cohort', unit: 'child' },
  ...{ title: empty, question: empty, numerator: empty, denominator: null, cannotTell: empty },
  ...{ unknownRule: 'U-CAT', openRules: [], breakdowns: [], options: [], chart: 'shares' },
  ...{ needs: [], reduced: [], basis: [], seeds: [], standards: [], caveats: [] },
  example: { words: empty, tables: {}, answer: [] },
};

const number = { unit: 'children', label: empty } as const;

/** Registered children, and persons of unknown age: what most other figures count a part of. */
const registered = withPresumedAge({
  ...definition,
  ...{ id: 'children registered', population: 'P-REG', period: 'flow' },
  statistic: { kind: 'count' },
  measures: [
    { ...number, id: 'count', reads: 'count' },
    { ...number, id: 'age_unknown', reads: 'unknown' },
  ],
});

/** Persons of one population by whether they belong to groups, each of them the answer yes to its name. */
function groupsIn(
  population: Population,
  anyAge: boolean,
  groups: readonly { readonly of: Population; readonly anyAge: boolean }[],
  facts: DatasetFacts,
): Indicator {
  const named = groups.map((group) => ({
    ...group,
    name: populationOf({ population: group.of, anyAge: group.anyAge }),
  }));
  const names = named.map(({ name }) => name);
  return {
    ...withPresumedAge({
      ...definition,
      ...{ id: `groups of ${population}: ${names.join()}`, population },
      statistic: { kind: 'shares', of: names },
      measures: names.map((name) => ({ ...number, id: name, of: name, reads: 'count' })),
      rows: (choice) =>
        join(
          named.map(
            ({ name, of, anyAge: all }) =>
              sql`SELECT child, ${name} AS of, coalesce(${populationSql(of, facts)} AND ${all ? sql`TRUE` : isChildSql(choice)}, FALSE) AS answer FROM child`,
          ),
          sql` UNION ALL `,
        ),
    }),
    anyAge,
  };
}

/** How a population is counted, or the one that it is a part of; undefined where no figure counts it by itself. */
export function populationCounted(
  name: string,
  facts: DatasetFacts,
): PopulationCounted | undefined {
  const [of, age] = name.split(', ') as [Population, string?];
  if (age !== undefined)
    return of === 'P-DET' || of === 'P-REG'
      ? {
          indicator: groupsIn(
            'P-DET',
            true,
            [
              { of: 'P-DET', anyAge: true },
              { of: 'P-REG', anyAge: true },
              { of: 'P-DET', anyAge: false },
              { of: 'P-REG', anyAge: false },
            ],
            facts,
          ),
          ...{ label: shareParts.yes(name), holds: ['P-REG', 'P-DET'] },
        }
      : undefined;
  // Of these one figure each is made, so that nothing else tells how many they are.
  if (['P-REG', 'P-PROC', 'P-EXIT', 'P-CARE'].includes(of))
    return { indicator: registered, label: 'child', holds: [] };
  const groups = [...new Set<Population>([of, 'P-REG'])].map((one) => ({ of: one, anyAge: false }));
  return of === 'P-DET'
    ? {
        indicator: groupsIn('P-DET', false, groups, facts),
        ...{ label: shareParts.yes(name), holds: ['P-REG'] },
      }
    : {
        indicator: groupsIn('P-REG', false, groups.slice(0, 1), facts),
        ...{ label: shareParts.yes(name), holds: [], within: 'P-REG' },
      };
}
