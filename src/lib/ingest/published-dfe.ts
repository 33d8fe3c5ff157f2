import { sql, type Sql } from '$lib/schema/sql';
import type { PublishedCell, PublishedShape } from './published-shape';
import { nothing } from './published-nothing';

const everyChild = {
  en: 'These are all children looked after in England, not children known as trafficked. Years end on 31 March; numbers are rounded by the publisher.',
  nb: 'Dette er alle barn under omsorg i England, ikke barn kjent som utsatte. År slutter 31. mars; tallene er avrundet av utgiveren.',
};
const levels = {
  en: 'Country, regions and local authorities stand side by side, each as an area of its own: never add them up.',
  nb: 'Land, regioner og kommuner står ved siden av hverandre, hver som sitt område: Legg dem aldri sammen.',
};
/** Marks of the publisher: hidden, rounded to nothing, not there, does not apply. */
const marks = {
  c: 'suppressed',
  k: 'suppressed',
  x: 'not_available',
  ':': 'not_available',
  z: 'not_applicable',
};

/** A code of the Office for National Statistics, and nothing else that may stand in its place. */
const ons = (code: Sql) =>
  sql`CASE WHEN regexp_full_match(${code}, '[A-Z][0-9]{8}') THEN ${code} END`;
const area = (cell: (column: string) => Sql) =>
  ons(sql`coalesce(${cell('new_la_code')}, ${cell('region_code')}, ${cell('country_code')})`);
const endOf = (cell: Sql) => sql`CASE WHEN regexp_full_match(${cell}, '[0-9]{4}') THEN ${cell} END`;

/** A long table whose column says which group a number counts; groups that no measure stands for are left out. */
const long = (
  role: string,
  source: string,
  title: PublishedShape['title'],
  group: string,
  groups: Readonly<Record<string, string>>,
): PublishedShape => ({
  role,
  source: `England, Department for Education, ${source}`,
  title,
  header: ['time_period', 'geographic_level', 'new_la_code', group, 'number'],
  cannotFeed: [everyChild, levels],
  feeds: {
    time_period: 'period',
    country_code: 'area',
    region_code: 'area',
    new_la_code: 'area',
    [group]: 'measure',
    number: 'count',
  },
  rows: (cell) => ({
    period: endOf(cell('time_period')),
    area: area(cell),
    ageBasis: null,
    cells: [
      {
        count: cell('number'),
        countColumn: 'number',
        measure: { column: group, from: cell(group), codes: groups },
        age_group: { code: 'under_18' },
      },
    ],
    dropped: [
      {
        where: sql`lower(${cell(group)}) NOT IN (${Object.keys(groups)
          .map((one) => sql`${one}`)
          .reduce((a, b) => sql`${a}, ${b}`)})`,
        code: 'rows-left-out',
        words: {
          en: 'count something that the data model has no measure for (shares, averages, a day, other groups); they are left out.',
          nb: 'teller noe datamodellen ikke har en måling for (andeler, gjennomsnitt, en dag, andre grupper); de er utelatt.',
        },
      },
    ],
    marks,
  }),
});

const older = {
  cla_missduringyear: 'children_missing',
  cla_missincs: 'missing_episodes',
};

/** Tables of England's Department for Education on children looked after. */
export const publishedDfe: readonly PublishedShape[] = [
  long(
    'dfe-missing',
    'children looked after who were missing',
    { en: 'England, children missing from care', nb: 'England, barn savnet fra omsorg' },
    'cla_group',
    {
      'children looked after during the year': 'children_in_care',
      'children who had a missing incident during the year': 'children_missing',
      'number of missing incidents during the year': 'missing_episodes',
    },
  ),
  long(
    'dfe-numbers',
    'children looked after on 31 March',
    { en: 'England, children looked after', nb: 'England, barn under omsorg' },
    'population_count',
    { 'children looked after at 31 march each year': 'children_in_care' },
  ),
  {
    role: 'dfe-missing-2016',
    source: 'England, Department for Education, children looked after who were missing',
    title: { en: 'England, children missing from care', nb: 'England, barn savnet fra omsorg' },
    header: ['new_geog_code', 'geog_n', ...Object.keys(older)],
    cannotFeed: [
      everyChild,
      levels,
      {
        en: 'The table says no year: it is read from the name of the file (SFR41_Missing2016).',
        nb: 'Tabellen sier ikke hvilket år: Det leses fra filnavnet (SFR41_Missing2016).',
      },
    ],
    feeds: {
      new_geog_code: 'area',
      ...Object.fromEntries(Object.keys(older).map((one) => [one, 'count'])),
    },
    rows: (cell, _header, file) => ({
      period: sql`${/20\d\d/.exec(file)?.[0] ?? null}`,
      area: ons(cell('new_geog_code')),
      ageBasis: null,
      cells: Object.entries(older).map(([name, measure]): PublishedCell => ({
        count: cell(name),
        countColumn: name,
        measure: { code: measure },
        age_group: { code: 'under_18' },
      })),
      dropped: [],
      marks: { x: 'suppressed', '.': 'not_applicable', '-': 'suppressed' },
    }),
  },
  ...(['cla_group', 'missing_status'] as const).map((group) =>
    nothing(
      'dfe-characteristics',
      { en: 'England, children looked after by group', nb: 'England, barn under omsorg etter gruppe' }, // prettier-ignore
      ['time_period', 'geographic_level', group, 'characteristic', 'number'],
      {
        en: 'It splits children looked after by things that aggregate_counts has no column for, so it feeds nothing. Take the table of children missing by local authority; it holds England as well.',
        nb: 'Den deler barn under omsorg etter forhold som aggregate_counts ikke har en kolonne for, så den gir ingen tall. Ta tabellen over savnede barn etter kommune; den har også hele England.',
      },
    ),
  ),
];
