import { list, sql, type Sql } from '$lib/schema/sql';
import { countryOfName } from './country-names';
import { publishedEurostat } from './published-eurostat';
import type { PublishedShape } from './published-shape';
import { nothing } from './published-nothing';

const year = (cell: Sql) => sql`CASE WHEN regexp_full_match(${cell}, '[0-9]{4}') THEN ${cell} END`;

const all = { '': null } as const;
const sexes = {
  ...all,
  female: 'female',
  females: 'female',
  male: 'male',
  males: 'male',
  'both sexes': null,
};

/** Columns of a table of the indicator that are read or the same in every row. */
const known = new Set(['year', 'series', 'sex', 'age', 'broad citizenship', 'form of exploitation', 'units', 'unit measure', 'unit multiplier', 'observation status', 'reporting type', 'geocode', 'value']); // prettier-ignore

const sdg: PublishedShape = {
  role: 'sdg-16-2-2',
  source: 'SDG indicator 16.2.2',
  title: { en: 'SDG 16.2.2, detected victims', nb: 'SDG 16.2.2, oppdagede utsatte' },
  header: ['year', 'series', 'sex', 'age', 'units', 'value'],
  cannotFeed: [
    {
      en: 'The table does not say whose it is: the country is read from the name of the file (malta.csv). Rates are left out.',
      nb: 'Tabellen sier ikke hvem den gjelder: Landet leses fra filnavnet (malta.csv). Rater er utelatt.',
    },
  ],
  feeds: {
    year: 'period',
    series: 'measure',
    sex: 'gender',
    age: 'age_group',
    'broad citizenship': 'citizenship_group',
    'form of exploitation': 'form_group',
    value: 'count',
  },
  rows: (cell, header, file) => {
    const text = (one: string) => sql`coalesce(${cell(one)}, '')`;
    const adults = ['18 to 24', '25 to 34', '35 to 44', '45 to 54', '55 to 64', '65 to 74', '75 and over', '18+']; // prettier-ignore
    const anywhere = (age: string) => sql`bool_or(lower(${text('age')}) = ${age}) OVER ()`;
    return {
      period: year(cell('year')),
      area: sql`${countryOfName(file)}`,
      ageBasis: null,
      cells: [
        {
          count: cell('value'),
          countColumn: 'value',
          measure: { code: 'identified' },
          gender: { column: 'sex', from: text('sex'), codes: sexes },
          age_group: {
            column: 'age',
            from: text('age'),
            codes: {
              '': 'total',
              'all ages': 'total',
              '0 to 14': 'under_18',
              '15 to 17': 'under_18',
              '0 - 17': 'under_18',
              'age not known': 'age_unknown',
              ...Object.fromEntries(adults.map((one) => [one, '18plus'])),
            },
          },
          ...(header.includes('broad citizenship')
            ? {
                citizenship_group: {
                  column: 'broad citizenship',
                  from: text('broad citizenship'),
                  codes: {
                    ...all,
                    'all citizens': null,
                    maltese: 'national',
                    national: 'national',
                    'other eu': 'eu_eea',
                    'non-eu': 'third_country',
                  },
                },
              }
            : {}),
          ...(header.includes('form of exploitation')
            ? {
                form_group: {
                  column: 'form of exploitation',
                  from: text('form of exploitation'),
                  codes: {
                    '': 'total',
                    'all forms': 'total',
                    'sexual exploitation': 'sexual',
                    'forced labour': 'labour',
                    'other forms': 'other',
                  },
                },
              }
            : {}),
        },
      ],
      adds: true,
      dropped: [
        {
          where: sql`(lower(${text('age')}) IN ${list(['0 to 14', '15 to 17'])} AND ${anywhere('0 - 17')}) OR (lower(${text('age')}) IN ${list(adults.slice(0, -1))} AND ${anywhere('18+')})`,
          code: 'rows-left-out',
          words: {
            en: 'hold a part of an age group that the table gives as a whole too; they are left out.',
            nb: 'har en del av en aldersgruppe som tabellen også gir hel; de er utelatt.',
          },
        },
        ...header
          .filter((one) => one && !known.has(one))
          .map((one) => ({
            where: sql`${text(one)} <> '' AND NOT regexp_matches(lower(${text(one)}), '^(all|total|both)( |$)')`,
            code: 'rows-left-out' as const,
            words: {
              en: `are split by ${one}, which this adapter does not read; they are left out.`,
              nb: `er delt etter ${one}, som ikke leses for denne typen uttrekk; de er utelatt.`,
            },
          })),
        {
          where: sql`lower(${text('units')}) NOT IN ${list(['number', 'number of victims'])}`,
          code: 'rows-left-out',
          words: {
            en: 'hold a rate, not a count; they are left out.',
            nb: 'har en rate, ikke et antall; de er utelatt.',
          },
        },
        {
          where: sql`NOT contains(lower(${text('series')}), 'detected victims of human trafficking')`,
          code: 'rows-left-out',
          words: {
            en: 'belong to another series; they are left out.',
            nb: 'hører til en annen serie; de er utelatt.',
          },
        },
      ],
      marks: { ':': 'not_available', '-': 'not_available', 'na': 'not_available' }, // prettier-ignore
    };
  },
};

const rates = {
  en: 'It holds rates per 100,000 or percentages, not counts, so it feeds nothing. Ask the publisher for the numbers.',
  nb: 'Den har rater per 100 000 eller prosenter, ikke antall, så den gir ingen tall. Be utgiveren om antallene.',
};
const offences = {
  en: 'It counts offences and clearances, not persons, so it feeds nothing.',
  nb: 'Den teller lovbrudd og oppklaringer, ikke personer, så den gir ingen tall.',
};

/** Tables of Eurostat, of the indicators for the Sustainable Development Goals, and of the FBI. */
export const publishedWorld: readonly PublishedShape[] = [
  ...publishedEurostat,
  sdg,
  nothing(
    'sdg-rates',
    { en: 'SDG 16.2.2, rates', nb: 'SDG 16.2.2, rater' },
    ['year', 'sex', 'groups of persons', 'forms of exploitation', 'value'],
    rates,
  ),
  nothing('sdg-rates', { en: 'SDG 16.2.2, rates', nb: 'SDG 16.2.2, rater' }, ['godina', 'žrtve thb-a na 100 000 osoba'], rates), // prettier-ignore
  nothing(
    'sdg-16-2-3',
    { en: 'SDG 16.2.3, abuse in childhood', nb: 'SDG 16.2.3, overgrep i barndommen' },
    ['year', 'abuse type', 'unit measure', 'value'],
    rates,
  ),
  nothing(
    'sdg-8-7-1',
    { en: 'SDG 8.7.1, children exploited', nb: 'SDG 8.7.1, barn som utnyttes' },
    ['year', 'type of exploitation', 'unit measure', 'value'],
    {
      en: 'These are children referred to the UK referral mechanism, whose own tables are read; this one overlaps them and feeds nothing.',
      nb: 'Dette er barn henvist til Storbritannias henvisningsordning, som har egne tabeller; denne overlapper dem og gir ingen tall.',
    },
  ),
  nothing('fbi', { en: 'FBI, trafficking offences', nb: 'FBI, menneskehandel' }, ['ori', 'offense_subcat_name', 'actual_count'], offences), // prettier-ignore
  nothing('fbi', { en: 'FBI, trafficking offences', nb: 'FBI, menneskehandel' }, ['state', 'offenses', 'total offenses'], offences), // prettier-ignore
];
