import { sql } from '$lib/schema/sql';
import { nothing } from './published-nothing';
import type { PublishedShape } from './published-shape';

/** Tables of Eurostat that are no table of registered victims, suspects and convicted persons. */
const otherEurostat = {
  en: 'This table of Eurostat is not one of crim_thb (trafficking in human beings), so it feeds nothing. Children in the population go into the table population: one row an age band, sex and year.',
  nb: 'Denne tabellen fra Eurostat er ikke en av crim_thb (menneskehandel), så den gir ingen tall. Barn i befolkningen hører til tabellen population: én rad per aldersgruppe, kjønn og år.',
};

/** Dimensions of a download that say nothing about who is counted. */
const plain = [
  'structure',
  'structure_id',
  'structure_name',
  'dataflow',
  'last update',
  'freq',
  'leg_stat',
  'sex',
  'age',
  'citizen',
  'unit',
  'geo',
  'time_period',
  'obs_value',
  'obs_flag',
  'conf_status',
];

const eurostat: PublishedShape = {
  role: 'eurostat-crim-thb',
  source: 'Eurostat',
  title: {
    en: 'Eurostat, trafficking in human beings (crim_thb)',
    nb: 'Eurostat, menneskehandel (crim_thb)',
  },
  header: ['leg_stat', 'unit', 'geo', 'time_period', 'obs_value'],
  cannotFeed: [
    {
      en: 'Read by the usual shape of Eurostat’s tables; no filled table of crim_thb was at hand, so compare the counts with the table. Choose codes, not labels, when you download.',
      nb: 'Lest etter den vanlige formen på tabellene fra Eurostat; ingen utfylt tabell fra crim_thb var for hånden, så sammenlign tallene med tabellen. Velg koder, ikke tekster, ved nedlasting.',
    },
    {
      en: 'Rates per 100,000, sums of countries and splits by a column that is not sex, age or citizenship are left out.',
      nb: 'Rater per 100 000, summer av land og oppdelinger etter andre kolonner enn kjønn, alder og statsborgerskap er utelatt.',
    },
  ],
  feeds: {
    leg_stat: 'measure',
    sex: 'gender',
    age: 'age_group',
    citizen: 'citizenship_group',
    geo: 'area',
    time_period: 'period',
    obs_value: 'count',
    obs_flag: 'flag',
    conf_status: 'flag',
    'last update': 'vintage',
  },
  rows: (cell, header) => {
    const geo = cell('geo');
    const total = (one: string) =>
      sql`coalesce(upper(${cell(one)}), 'TOTAL') NOT IN ('TOTAL', 'T')`;
    const unknown = header.filter((one) => /^[a-z_]+$/.test(one) && !plain.includes(one));
    const flags = ['obs_flag', 'conf_status'].map((one) =>
      header.includes(one) ? sql`coalesce(lower(${cell(one)}), '')` : sql`''`,
    );
    const has = (one: string) => header.includes(one);
    return {
      period: sql`CASE WHEN regexp_full_match(${cell('time_period')}, '[0-9]{4}') THEN ${cell('time_period')} END`,
      area: sql`CASE ${geo} WHEN 'EL' THEN 'GR' WHEN 'UK' THEN 'GB' ELSE CASE WHEN regexp_full_match(${geo}, '[A-Z]{2}') THEN ${geo} END END`,
      published: has('last update')
        ? sql`TRY_STRPTIME(left(${cell('last update')}, 8), '%d/%m/%y')`
        : undefined,
      ageBasis: null,
      cells: [
        {
          count: cell('obs_value'),
          countColumn: 'obs_value',
          flag: sql`${flags[0] ?? sql`''`} || ${flags[1] ?? sql`''`}`,
          measure: {
            column: 'leg_stat',
            from: cell('leg_stat'),
            codes: {
              per_vict: 'registered',
              per_susp: 'suspects',
              per_prsc: 'prosecuted',
              per_cnv: 'convicted',
            },
          },
          gender: has('sex')
            ? {
                column: 'sex',
                from: cell('sex'),
                codes: { t: null, total: null, f: 'female', m: 'male' },
              }
            : undefined,
          age_group: has('age')
            ? {
                column: 'age',
                from: cell('age'),
                codes: {
                  total: 'total',
                  y_lt18: 'under_18',
                  'y0-17': 'under_18',
                  y_ge18: '18plus',
                  unk: 'age_unknown',
                },
              }
            : undefined,
          citizenship_group: has('citizen')
            ? {
                column: 'citizen',
                from: cell('citizen'),
                codes: {
                  total: null,
                  nat: 'national',
                  eu27_2020_for: 'eu_eea',
                  neu27_2020_for: 'third_country',
                  stls: 'stateless',
                },
              }
            : undefined,
        },
      ],
      dropped: [
        {
          where: sql`coalesce(${cell('unit')}, 'NR') NOT IN ('NR', 'NUMBER', 'Number')`,
          code: 'rows-left-out',
          words: {
            en: 'hold a rate, not a count; they are left out.',
            nb: 'har en rate, ikke et antall; de er utelatt.',
          },
        },
        {
          where: sql`regexp_full_match(${geo}, '(EU|EA|EFTA|EEA).*[0-9]+.*')`,
          code: 'totals-left-out',
          words: {
            en: 'hold the sum of several countries; they are left out.',
            nb: 'har summen for flere land; de er utelatt.',
          },
        },
        ...unknown.map((one) => ({
          where: total(one),
          code: 'rows-left-out' as const,
          words: {
            en: `are split by ${one}, which this adapter does not read; they are left out.`,
            nb: `er delt etter ${one}, som ikke leses for denne typen uttrekk; de er utelatt.`,
          },
        })),
      ],
      marks: { ':': 'not_available', 'c': 'suppressed', ': c': 'suppressed', ':c': 'suppressed' }, // prettier-ignore
    };
  },
};

const otherTitle = { en: 'Eurostat, another table', nb: 'Eurostat, en annen tabell' };

/** Tables of Eurostat: crim_thb, and all others, which feed nothing. */
export const publishedEurostat: readonly PublishedShape[] = [
  eurostat,
  nothing('eurostat-other', otherTitle, ['geo', 'time_period', 'obs_value', 'freq'], otherEurostat),
  ...['geo\\time', 'geo\\time_period'].map((one) =>
    nothing('eurostat-tsv', otherTitle, [one], otherEurostat),
  ),
];
