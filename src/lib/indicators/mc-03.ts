import type { Indicator, Measure } from '$lib/schema/indicator';
import { join, sql, type Sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { otherMissing } from './other-missing';
import { readings } from './readings';

const lines = [
  {
    id: 'hours',
    front: '',
    words: { en: 'Missing within', nb: 'Forsvunnet innen' },
  },
  {
    id: 'earliest',
    front: 'earliest_',
    words: {
      en: 'Dates taken as early as they can be: missing within',
      nb: 'Datoer regnet så tidlig som mulig: forsvunnet innen',
    },
  },
  {
    id: 'latest',
    front: 'latest_',
    words: {
      en: 'Dates taken as late as they can be: missing within',
      nb: 'Datoer regnet så sent som mulig: forsvunnet innen',
    },
  },
] as const;

const horizons = ['24h', '48h', '72h', '7d', '30d'];

/** Care that contains T0 or is the first to follow it; of a child, at most one row. */
const entered = sql`
  SELECT * FROM care_spell WHERE start_h >= 0 OR end_h IS NULL OR end_h > 0
  QUALIFY row_number() OVER (PARTITION BY child ORDER BY place) = 1`;

/** Dated episodes that do not end before they start (X02). */
const episodes = sql`(SELECT * FROM dated_missing_episodes
  WHERE episode_type = 'missing' AND started_h IS NOT NULL AND (ended_h IS NULL OR ended_h >= started_h))`;

/**
 * Moments at which a child went missing: episodes from care or before registration, overlapping ones
 * made one (ruling M7), and placements that ended because the child was missing although no episode
 * says so.
 */
const gone = sql`
  SELECT child, at_h, grain, before FROM (
    SELECT spell.child, spell.start_h AS at_h, arg_min(episode.started_grain, episode.started_h) AS grain,
      bool_or(before_registration IS NOT DISTINCT FROM 'yes') AS before, bool_or(placement_key IS NOT NULL) AS placed
    FROM missing_spell AS spell JOIN ${episodes} AS episode ON episode.child = spell.child
      AND spell.start_h = (SELECT max(start_h) FROM missing_spell AS earlier WHERE earlier.child = episode.child AND start_h <= started_h)
    GROUP BY spell.child, spell.start_h) AS went
  WHERE before OR placed OR EXISTS (SELECT 1 FROM placement_spell AS place WHERE place.child = went.child AND out_of_home AND at_h >= start_h
      AND (end_h IS NULL OR at_h <= end_h + CASE WHEN end_reason = 'missing' THEN 24 ELSE 0 END))
  UNION ALL
  SELECT child, end_h, end_grain, FALSE FROM placement_spell AS place
  WHERE out_of_home AND end_reason = 'missing' AND end_h IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ${episodes} AS episode WHERE episode.child = place.child
      AND (episode.placement_key = place.placement_key OR started_h BETWEEN place.start_h AND place.end_h + 24))`;

/** A moment that is known by its date only and ends something: the end of that day (ruling M24). */
const endOf = (hours: Sql, grain: Sql): Sql =>
  sql`(${hours} + CASE WHEN ${grain} <> 'hour'::g_grain THEN 24 ELSE 0 END)`;

/**
 * One row a child and line. A child with hours everywhere is the same in all three; one that is known
 * by dates is unknown in the first line and takes the earliest and the latest hour that its dates
 * allow in the others (stats 4.2). Known by month, it is unknown in all.
 */
const rowsFrom = (fromDetection: boolean): Sql => sql`
  WITH entered AS (${entered}), gone AS (${gone}),
  never_placed AS (
    SELECT child, min(at_h) AS at_h, arg_min(grain, at_h) AS grain FROM gone
    WHERE before AND at_h >= 0 AND child NOT IN (SELECT child FROM entered) GROUP BY child),
  started AS (
    SELECT child, ${fromDetection ? sql`0::DOUBLE` : sql`start_h`} AS origin_h, start_h, start_grain,
      CASE WHEN end_reason IS DISTINCT FROM 'missing' THEN ${endOf(sql`end_h`, sql`end_grain`)} END AS left_h FROM entered),
  first_gone AS (
    SELECT child, min(at_h) AS at_h, arg_min(grain, at_h) AS grain FROM gone JOIN started USING (child)
    WHERE at_h >= origin_h GROUP BY child),
  undated AS (
    SELECT DISTINCT child, TRUE AS undated FROM dated_missing_episodes
    WHERE episode_type = 'missing' AND started_h IS NULL AND (placement_key IS NOT NULL OR before_registration = 'yes')),
  first_place AS (
    SELECT place.child, first(placement_type::VARCHAR ORDER BY place.start_h, coalesce(place.end_h, 1e300), placement_type::VARCHAR) AS placement_type
    FROM placement_spell AS place JOIN started USING (child)
    WHERE out_of_home AND place.start_h >= started.start_h AND (place.start_h >= 0 OR place.end_h IS NULL OR place.end_h > 0) GROUP BY place.child),
  first_held AS (
    SELECT held.child, min(${endOf(sql`held.start_h`, sql`held.start_grain`)}) AS at_h FROM detention_spell AS held JOIN started USING (child)
    WHERE layer = 'a' AND held.start_h > origin_h GROUP BY held.child),
  clocked AS (
    SELECT child.child, placement_type, first_gone.at_h IS NULL AND undated AS undated, origin_h, CASE WHEN start_h < 0 AND NOT ${fromDetection} THEN 0 END AS entry_h, first_gone.at_h AS event_h,
      least(left_h, first_held.at_h) AS other_h,
      greatest(${fromDetection ? sql`CASE WHEN child.t0_clock IN ('datetime'::e_clock, 'offset_h'::e_clock) THEN 'hour'::g_grain WHEN child.t0_clock = 'month'::e_clock THEN 'month'::g_grain ELSE 'day'::g_grain END` : sql`start_grain`}, first_gone.grain) AS grain
    FROM child JOIN started USING (child) LEFT JOIN first_gone USING (child) LEFT JOIN first_held USING (child)
      LEFT JOIN undated USING (child) LEFT JOIN first_place USING (child)
    UNION ALL
    SELECT child, 'none', FALSE, 0, NULL, ${fromDetection ? sql`at_h` : sql`0`}, NULL, ${fromDetection ? sql`grain` : sql`'hour'::g_grain`} FROM never_placed)
  SELECT child, line.of, placement_type, origin_h, entry_h, other_h,
    CASE WHEN event_h IS NULL OR event_h < entry_h OR grain = 'hour'::g_grain OR line.of = 'hours' THEN event_h
      WHEN line.of = 'earliest' THEN greatest(event_h - 24, origin_h, entry_h + 1 / 60.0) ELSE event_h + 24 END AS event_h,
    CASE WHEN undated OR grain = 'month'::g_grain OR (line.of = 'hours' AND grain <> 'hour'::g_grain) THEN 'unknown' END AS problem,
    NULL::BOOLEAN AS ever
  FROM clocked CROSS JOIN (VALUES ${join(lines.map(({ id }) => sql`(${id})`))}) AS line(of)`;

const measures: readonly Measure[] = [
  {
    id: 'not_timed_count',
    unit: 'children',
    reads: 'unknown',
    label: { en: 'Children without clock times', nb: 'Barn uten klokkeslett' },
  },
  ...lines.flatMap(({ id, front, words }) => readings(id, horizons, { cif: words }, front)),
];

/** MC-03: missing within hours of entering care. */
export const definition: Indicator = {
  id: 'MC-03',
  revision: 1,
  area: 'missing',
  core: true,
  title: {
    en: 'Missing within 24 hours, 48 hours, 72 hours, 7 days, 30 days',
    nb: 'Forsvunnet innen 24 timer, 48 timer, 72 timer, 7 dager, 30 dager',
  },
  question: {
    en: 'How many child victims vanish at once?',
    nb: 'Hvor mange barn som er ofre forsvinner med en gang?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Children whose first missing episode came by then',
    nb: 'Barn som forsvant for første gang innen da',
  },
  denominator: {
    en: 'Registered children of the cohort who entered care, and those who went missing before anyone registered them and were never placed',
    nb: 'Registrerte barn i kohorten som kom i omsorg, og de som forsvant før noen registrerte dem og aldri ble plassert',
  },
  statistic: {
    kind: 'time',
    code: 'S-CIF',
    of: lines.map(({ id }) => id),
    columns: ['origin_h', 'entry_h', 'other_h'],
  },
  measures,
  rows: ({ options }) => rowsFrom(options.clock === 'detection'),
  unknownRule: 'U-KNOWN',
  openRules: ['C-OPEN', 'C-LEFT', 'C-18', 'C-MOVE'],
  breakdowns: [...d0, 'placement_type'],
  options: [
    {
      id: 'clock',
      label: { en: 'Clock starts', nb: 'Klokken starter' },
      choices: [
        { id: 'care', label: { en: 'When care begins', nb: 'Når omsorgen begynner' } },
        { id: 'detection', label: { en: 'At first detection', nb: 'Når barnet først oppdages' } },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: ['placements.started', 'placements.ended', 'missing_episodes.started'],
  reduced: [
    {
      lacks: 'placements.end_reason',
      words: {
        en: 'Reduced form: no file says why a placement ended, so a placement that ended because the child was missing is seen only where an episode says so.',
        nb: 'Forenklet form: ingen fil sier hvorfor en plassering sluttet, så en plassering som sluttet fordi barnet var borte ses bare der en forsvinning er registrert.',
      },
    },
    {
      lacks: 'missing_episodes.before_registration',
      words: {
        en: 'Reduced form: no file says who went missing before registration, so children never placed are not in the figure.',
        nb: 'Forenklet form: ingen fil sier hvem som forsvant før registrering, så barn som aldri ble plassert er ikke med.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Duty of care; no numeric standard',
        nb: 'Omsorgsplikt; ingen tallfestet standard',
      },
      checked: false,
    },
  ],
  seeds: ['004_adf34ffd825f0e63.txt:1057-1061'],
  standards: [
    {
      en: 'No published standard. England records unaccompanied children as missing even if they go before 24 hours in the accommodation.',
      nb: 'Ingen publisert standard. England registrerer enslige barn som forsvunnet også når de går før de har vært 24 timer på stedet.',
    },
  ],
  otherDefinitions: otherMissing['MC-03'],
  caveats: [
    {
      en: 'The clock starts with the continuous care that contains or follows first detection; care that began before it is entered at detection, and only by children who had not gone missing from it yet (ruling MC-03).',
      nb: 'Klokken starter med den sammenhengende omsorgen som rommer eller følger oppdagelsen; var den begynt før, kommer barnet med fra oppdagelsen, og bare hvis det ikke alt var forsvunnet derfra (avklaring MC-03).',
    },
    {
      en: 'A child missing before registration and never placed is missing at hour 0. A placement that ended because the child was missing, without an episode row, counts from that moment (ruling MC-03).',
      nb: 'Et barn som forsvant før registrering og aldri ble plassert, er forsvunnet i time 0. En plassering som sluttet fordi barnet var borte, uten egen forsvinning i filene, teller fra det øyeblikket (avklaring MC-03).',
    },
    {
      en: 'The end of care for any other reason, police or prison custody, leaving the country, death and turning 18 end the risk without an episode.',
      nb: 'Omsorg som slutter av andre grunner, politiarrest eller fengsel, utreise, dødsfall og fylte 18 år avslutter risikoen uten forsvinning.',
    },
    {
      en: 'The first line counts children with clock times only. The earliest and the latest line hold all children and show what dates without a clock allow; they are never one number. Known by month, no child can be timed.',
      nb: 'Første linje teller bare barn med klokkeslett. Tidligste og seneste linje har med alle barn og viser hva datoer uten klokkeslett tillater; de er aldri ett tall. Er bare måneden kjent, kan tiden ikke måles.',
    },
  ],
  cannotTell: {
    en: 'Where the children went, or how many children nobody had recorded vanished.',
    nb: 'Hvor barna ble av, eller hvor mange barn forsvant uten at noen hadde registrert dem.',
  },
  example: {
    words: {
      en: 'The published check value of the Aalen–Johansen method, ten children for each of its twelve: entering care at detection, they go missing after 6, 20, 40, 72 and 300 hours, leave care after 30, 60 and 150, and are followed no longer than the days on which hours 48, 100, 240 and 400 end. Ten more went missing before anyone registered them and were never placed; they are calculated by hand into the shares: 10 of 130 at hour 0, then 12/13 of the check values.',
      nb: 'Kontrollverdien for Aalen–Johansens metode, ti barn for hvert av dens tolv: de kommer i omsorg når de oppdages, forsvinner etter 6, 20, 40, 72 og 300 timer, forlater omsorgen etter 30, 60 og 150, og følges ikke lenger enn de døgnene der time 48, 100, 240 og 400 slutter. Ti til forsvant før noen registrerte dem og ble aldri plassert; de er regnet inn for hånd: 10 av 130 i time 0, så 12/13 av kontrollverdiene.',
    },
    tables: goldenTables(),
    answer: [
      { measure: 'cif_24h', value: (1 + 12 / 6) / 13, numerator: 30, denominator: 130 },
      { measure: 'cif_48h', value: (1 + 12 * 0.25) / 13, numerator: 40 },
      { measure: 'cif_72h', value: (1 + 12 * 0.345238) / 13, numerator: 50 },
      { measure: 'cif_7d', value: (1 + 12 * 0.345238) / 13, numerator: 50 },
      { measure: 'cif_30d', value: null, status: 'beyond_follow_up' },
      { measure: 'latest_cif_48h', value: (1 + 12 * 0.25) / 13 },
    ],
  },
};

/** Ten children for each of the twelve of the check value; ten who were never placed. */
function goldenTables(): Indicator['example']['tables'] {
  const twelve = [
    [6, 'missing'],
    [20, 'missing'],
    [30, 'out'],
    [40, 'missing'],
    [48, 'followed'],
    [60, 'out'],
    [72, 'missing'],
    [100, 'followed'],
    [150, 'out'],
    [240, 'followed'],
    [300, 'missing'],
    [400, 'followed'],
  ] as const;
  const children = twelve.flatMap(([hours, what], i) =>
    Array.from({ length: 10 }, (_, j) => ({ key: `${i}-${j}`, hours, what })),
  );
  const unplaced = Array.from({ length: 10 }, (_, i) => `unplaced-${i}`);
  return {
    cases: [
      ...children.map(({ key, hours, what }) => ({ key, day: what === 'followed' ? hours : 480 })),
      ...unplaced.map((key) => ({ key, day: 480 })),
    ].map(({ key, day }) => ({
      case_key: key,
      index_month: '2025-03',
      victim_status: 'presumed',
      age_at_detection: '15',
      detected_offset_h: '0',
      followup_end_offset_d: `${Math.ceil(day / 24) - 1}`,
    })),
    placements: children.map(({ key, hours, what }) => ({
      placement_key: key,
      case_key: key,
      placement_type: 'reception_centre',
      started_offset_h: '0',
      ended_offset_h: what === 'out' ? `${hours}` : '',
      end_reason: what === 'out' ? 'reunified' : '',
    })),
    missing_episodes: [
      ...children.filter(({ what }) => what === 'missing'),
      ...unplaced.map((key) => ({ key, hours: 5 })),
    ].map(({ key, hours }) => ({
      episode_key: key,
      case_key: key,
      episode_type: 'missing',
      started_offset_h: `${hours}`,
      before_registration: hours === 5 ? 'yes' : 'no',
    })),
  };
}
