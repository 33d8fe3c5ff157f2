import { sql } from '$lib/schema/sql';
import { nothing } from './published-nothing';
import { publishedNrm } from './published-nrm';
import type { PublishedShape } from './published-shape';

/** Tables of the United Kingdom: referrals, decisions, detention of children (Home Office). */
export const publishedUk: readonly PublishedShape[] = [
  ...publishedNrm,
  {
    role: 'children-entering-detention',
    source: 'UK Home Office, children entering immigration detention',
    title: {
      en: 'UK, children entering immigration detention',
      nb: 'Storbritannia, barn satt i utlendingsinternat',
    },
    header: ['date of entry to detention', 'total children', 'total adults 18 and over'],
    cannotFeed: [
      {
        en: 'These are entries of all children, not of children known as trafficked; a child may enter twice. Ages overlap those of the data model and are not read.',
        nb: 'Dette er innsettelser av alle barn, ikke av barn kjent som utsatte; et barn kan settes inn to ganger. Aldersgruppene skjærer datamodellens og leses ikke.',
      },
    ],
    feeds: { 'date of entry to detention': 'period', 'total children': 'count' },
    rows: (cell) => ({
      period: sql`CASE WHEN regexp_full_match(${cell('date of entry to detention')}, '[0-9]{4}') THEN ${cell('date of entry to detention')} END`,
      area: sql`'GB'`,
      ageBasis: null,
      cells: [
        {
          count: cell('total children'),
          countColumn: 'total children',
          measure: { code: 'detained' },
          age_group: { code: 'under_18' },
        },
      ],
      dropped: [],
      marks: {},
    }),
  },
  nothing(
    'detention-summary',
    { en: 'UK, people in detention', nb: 'Storbritannia, personer i internat' },
    ['entering detention', 'leaving detention'],
    {
      en: 'It does not tell children from adults, so it feeds nothing.',
      nb: 'Den skiller ikke barn fra voksne, så den gir ingen tall.',
    },
  ),
  nothing(
    'leaving-detention',
    { en: 'UK, people leaving detention', nb: 'Storbritannia, personer som forlater internat' },
    ['reason for leaving detention', 'length of detention', 'leaving'],
    {
      en: 'It counts people who leave; aggregate_counts takes children who enter. It feeds nothing: use the table of children entering detention.',
      nb: 'Den teller personer som forlater; aggregate_counts tar barn som settes inn. Den gir ingen tall: Bruk tabellen over barn som settes i internat.',
    },
  ),
  nothing(
    'age-disputes',
    { en: 'UK, age disputes in asylum cases', nb: 'Storbritannia, tvil om alder i asylsaker' },
    ['raised or resolved', 'age disputes'],
    {
      en: 'aggregate_counts has no measure for age disputes, so it feeds nothing: the figure needs the table age_disputes, one row a dispute.',
      nb: 'aggregate_counts har ingen måling for tvil om alder, så den gir ingen tall: Tallet trenger tabellen age_disputes, én rad per tilfelle.',
    },
  ),
  nothing(
    'small-boats',
    { en: 'UK, referrals of small boat arrivals', nb: 'Storbritannia, henvisninger etter småbåt' },
    ['referrals', 'nationality', 'region', 'age group'],
    {
      en: 'Referrals of those who came by small boat are a part of all referrals, which have tables of their own. It feeds nothing.',
      nb: 'Henvisninger av dem som kom med småbåt, er en del av alle henvisninger, som har egne tabeller. Den gir ingen tall.',
    },
  ),
  nothing(
    'duty-to-notify',
    { en: 'UK, duty to notify', nb: 'Storbritannia, varslingsplikt' },
    ['total'],
    {
      en: 'Reports under the duty to notify are about adults who refused a referral. It feeds nothing.',
      nb: 'Varsler etter varslingsplikten gjelder voksne som sa nei til henvisning. Den gir ingen tall.',
    },
    /duty_to_notify/i,
  ),
];
