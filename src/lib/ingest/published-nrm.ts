import { join, sql, type Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import type { Dimension, PublishedCell, PublishedShape } from './published-shape';

/** Said of every table of the United Kingdom's referral mechanism. */
const nrm: readonly Text[] = [
  {
    en: 'The age is the one at exploitation, not at referral.',
    nb: 'Alderen er den ved utnyttelsen, ikke ved henvisningen.',
  },
  {
    en: 'Two tables of one release may differ by a person; counts of different files are never added.',
    nb: 'To tabeller i samme utgivelse kan avvike med én person; tall fra ulike filer legges aldri sammen.',
  },
];

const ages: Readonly<Record<string, string>> = {
  total: 'total',
  'adult (18 or over)': '18plus',
  'child (17 or under)': 'under_18',
  'not specified or unknown': 'age_unknown',
  'age not specified or unknown': 'age_unknown',
};
const forms: Readonly<Record<string, string>> = {
  total: 'total',
  sexual: 'sexual',
  labour: 'labour',
  domestic: 'labour',
  'labour & domestic': 'labour',
  criminal: 'criminal',
  'organ harvesting': 'other',
  'not specified or unknown': 'form_unknown',
};
const several = [
  'sexual & labour',
  'sexual & domestic',
  'sexual & criminal',
  'sexual, labour & domestic',
  'sexual, labour & criminal',
  'sexual, domestic & criminal',
  'sexual, labour, domestic & criminal',
  'labour & criminal',
  'labour, domestic & criminal',
  'domestic & criminal',
  'sexual & organ harvesting',
  'labour & organ harvesting',
  'domestic & organ harvesting',
  'labour, domestic, organ harvesting',
  'sexual, labour & organ harvesting',
];
const bodies: Readonly<Record<string, string>> = {
  'local authority': 'local_authority',
  'local authority total': 'local_authority',
  police: 'police',
  'police total': 'police',
  'national crime agency nca': 'police',
  'home office - uk visas and immigration ukvi': 'immigration_asylum',
  'home office - immigration enforcement ie': 'immigration_asylum',
  'home office - uk border force ukbf': 'border_guard',
  'gangmasters and labour abuse authority glaa': 'labour_inspectorate',
};

const column = (name: string, from: Sql, codes: Readonly<Record<string, string | null>>) =>
  ({ column: name, from, codes }) satisfies Dimension;

/** `2023_q4` and the like in the name of a file. */
const quarterOf = (file: string): string | null => {
  const found = /(20\d\d)[ _-]?q([1-4])/i.exec(file);
  return found ? `${found[1]}-Q${found[2]}` : null;
};

const yearAndQuarter = (cell: (column: string) => Sql) =>
  sql`CASE WHEN regexp_full_match(${cell('year')}, '[0-9]{4}') AND regexp_full_match(${cell('quarter')}, 'Q[1-4]') THEN ${cell('year')} || '-' || ${cell('quarter')} END`;

const yearTotals = (cell: (column: string) => Sql) =>
  ({
    where: sql`lower(${cell('quarter')}) = 'total'`,
    code: 'totals-left-out',
    words: {
      en: 'hold the total of a year beside its quarters; they are left out.',
      nb: 'har summen for et år ved siden av kvartalene; de er utelatt.',
    },
  }) as const;

/** Reasonable or conclusive grounds: one column an age and a decision. */
const decided = (kind: 'reasonable' | 'conclusive'): PublishedShape => {
  const heads = [
    ['adult (18 or over)', '18plus'],
    ['child (17 or under)', 'under_18'],
    ['age not specified or unknown', 'age_unknown'],
  ] as const;
  const columns = heads.flatMap(([head, age]) =>
    (['negative', 'positive'] as const).map((answer) => ({
      name: `${head} - ${answer} ${kind} grounds`,
      age,
      measure: `decisions_${answer}`,
    })),
  );
  return {
    role: `nrm-${kind}-grounds`,
    source: `UK Home Office, NRM, ${kind} grounds decisions`,
    title: {
      en: `UK referral mechanism, ${kind} grounds decisions`,
      nb: `Storbritannias henvisningsordning, ${kind === 'reasonable' ? 'foreløpige' : 'endelige'} avgjørelser`,
    },
    header: ['year', 'quarter', ...columns.map(({ name }) => name)],
    cannotFeed: nrm,
    feeds: {
      year: 'period',
      quarter: 'period',
      ...Object.fromEntries(columns.map(({ name }) => [name, 'count'])),
    },
    rows: (cell) => ({
      period: yearAndQuarter(cell),
      area: sql`'GB'`,
      ageBasis: 'at_first_exploitation',
      cells: columns.map(({ name, age, measure }): PublishedCell => ({
        count: cell(name),
        countColumn: name,
        measure: { code: measure },
        age_group: { code: age },
      })),
      dropped: [yearTotals(cell)],
      marks: {},
    }),
  };
};

/** Tables of the United Kingdom's referral mechanism: referrals and decisions (Home Office). */
export const publishedNrm: readonly PublishedShape[] = [
  {
    role: 'nrm-referrals-by-quarter',
    source: 'UK Home Office, NRM referrals by quarter',
    title: {
      en: 'UK referral mechanism, referrals by quarter',
      nb: 'Storbritannias henvisningsordning, henvisninger per kvartal',
    },
    header: ['year', 'quarter', 'age at exploitation', 'location of exploitation', 'nrm referrals'],
    cannotFeed: nrm,
    feeds: {
      year: 'period',
      quarter: 'period',
      'age at exploitation': 'age_group',
      'nrm referrals': 'count',
    },
    rows: (cell) => ({
      period: yearAndQuarter(cell),
      area: sql`'GB'`,
      ageBasis: 'at_first_exploitation',
      cells: [
        {
          count: cell('nrm referrals'),
          countColumn: 'nrm referrals',
          measure: { code: 'possible' },
          age_group: column('age at exploitation', cell('age at exploitation'), ages),
        },
      ],
      adds: true,
      dropped: [
        yearTotals(cell),
        {
          where: sql`lower(${cell('location of exploitation')}) = 'total' OR lower(${cell('age at exploitation')}) = 'total'`,
          code: 'totals-left-out',
          words: {
            en: 'hold a total beside its parts; they are left out.',
            nb: 'har en sum ved siden av delene; de er utelatt.',
          },
        },
      ],
      marks: {},
    }),
  },
  {
    role: 'nrm-referrals-by-responder',
    source: 'UK Home Office, NRM referrals by first responder',
    title: {
      en: 'UK referral mechanism, referrals by first responder',
      nb: 'Storbritannias henvisningsordning, henvisninger etter førsteinstans',
    },
    header: [
      'first responder type',
      'first responder',
      'exploitation type',
      'age at exploitation',
      'gender',
      'nationality',
      'people',
    ],
    cannotFeed: [
      ...nrm,
      {
        en: 'The table says no quarter: it is read from the name of the file (2023_q4). Nationalities are added up.',
        nb: 'Tabellen sier ikke hvilket kvartal: Det leses fra filnavnet (2023_q4). Nasjonaliteter er lagt sammen.',
      },
    ],
    feeds: {
      'first responder': 'registering_body',
      'exploitation type': 'form_group',
      'age at exploitation': 'age_group',
      gender: 'gender',
      people: 'count',
    },
    rows: (cell, _header, file) => {
      // The police are given by nationality alone: what is nowhere split is no total beside its parts.
      const beside = (name: string) => {
        const total = sql`regexp_full_match(lower(${cell(name)}), '(.* )?total')`;
        return sql`(${total} AND NOT bool_and(${total}) OVER (PARTITION BY ${cell('first responder type')}))`;
      };
      return {
        period: sql`${quarterOf(file)}`,
        area: sql`'GB'`,
        ageBasis: 'at_first_exploitation',
        cells: [
          {
            count: cell('people'),
            countColumn: 'people',
            measure: { code: 'possible' },
            registering_body: column(
              'first responder',
              sql`CASE WHEN ${cell('first responder type')} = 'NGO and third sector' THEN 'ngo' ELSE ${cell('first responder')} END`,
              { ...bodies, ngo: 'ngo' },
            ),
            gender: column('gender', cell('gender'), {
              female: 'female',
              male: 'male',
              other: 'nonbinary',
              total: null,
            }),
            age_group: column('age at exploitation', cell('age at exploitation'), ages),
            form_group: column('exploitation type', cell('exploitation type'), {
              ...forms,
              ...Object.fromEntries(several.map((form) => [form, 'several'])),
            }),
          },
        ],
        adds: true,
        dropped: [
          {
            where: join(
              [
                'exploitation type',
                'age at exploitation',
                'gender',
                'nationality',
                'first responder',
              ].map(beside),
              sql` OR `,
            ),
            code: 'totals-left-out',
            words: {
              en: 'hold a total beside its parts; they are left out.',
              nb: 'har en sum ved siden av delene; de er utelatt.',
            },
          },
        ],
        marks: {},
      };
    },
  },
  decided('reasonable'),
  decided('conclusive'),
];
