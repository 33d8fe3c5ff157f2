import { join, list, sql, type Sql } from '$lib/schema/sql';
import { checkedRows, isThere, together, verdictsOf } from './checked-rows';
import type { CrossFileRule } from './cross-file-rule';
import { openSpells, overlap, usable } from './overlap';
import { its, surelyAfter } from './surely-after';

const found = ['returned', 'found_safe', 'found_exploited', 'found_detained', 'found_abroad'];
const stillOpen = ['still_missing', 'closed_at_18', 'closed_admin'];

/** Spells that may not overlap, with the end reasons that leave one open. */
const apart: Readonly<Record<string, readonly string[] | null>> = {
  missing_episodes: stillOpen,
  detention: null,
};

/** Spells of one child that share time with another one, of the same organisation or of others. */
function apartVerdicts(table: string, lasting: readonly string[] | null, within: boolean): Sql {
  const spells = sql`(SELECT spell.*, coalesce(file.org_key, spell.case_key) AS org FROM ${openSpells(table, lasting)} AS spell
    LEFT JOIN (SELECT case_key, min(org_key) AS org_key FROM cases GROUP BY case_key) AS file ON file.case_key = spell.case_key)`;
  return sql`SELECT ${table} AS tbl, it.case_key AS ref, CASE WHEN ${usable('it')} THEN it.row_no NOT IN (
      SELECT a.row_no FROM ${spells} AS a JOIN ${spells} AS b
        ON a.child = b.child AND a.row_no <> b.row_no AND ${within ? sql`a.org = b.org` : sql`a.org <> b.org`}
      WHERE ${join([usable('a'), usable('b'), overlap('a', 'b')], sql` AND `)}) END AS holds
    FROM ${checkedRows(table)} AS it`;
}

const apartRule =
  (within: boolean): CrossFileRule['verdicts'] =>
  ({ has, linked }) =>
    within || linked
      ? together(
          Object.entries(apart)
            .filter(([table]) => has(table))
            .map(([table, lasting]) => apartVerdicts(table, lasting, within)),
        )
      : null;

const merged = {
  en: 'Overlapping missing episodes, and overlapping spells of detention, of one child are merged into one in the figures.',
  nb: 'Forsvinninger som overlapper, og frihetsberøvelser som overlapper, slås sammen til én for barnet i tallene.',
};
const apartReads = [
  'missing_episodes.started',
  'missing_episodes.ended',
  'detention.started',
  'detention.ended',
];

/** Rules on missing episodes: X10 (spells of detention too) to X13. */
export const rulesMissing: readonly CrossFileRule[] = [
  {
    code: 'X10',
    level: 'error',
    unit: 'rows',
    words: {
      en: 'Missing episodes of one child do not overlap inside one organisation, nor do spells of detention.',
      nb: 'Forsvinninger for ett barn overlapper ikke innen én organisasjon, og frihetsberøvelser gjør det heller ikke.',
    },
    effect: merged,
    reads: apartReads,
    verdicts: apartRule(true),
  },
  {
    code: 'X10',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'Missing episodes of one child do not overlap between organisations, nor do spells of detention; where they do, both may have written down the same one.',
      nb: 'Forsvinninger for ett barn overlapper ikke mellom organisasjoner, og frihetsberøvelser gjør det heller ikke; gjør de det, kan begge ha skrevet ned den samme.',
    },
    effect: merged,
    reads: apartReads,
    verdicts: apartRule(false),
  },
  {
    code: 'X11',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A missing episode starts inside a placement, or before the child was registered.',
      nb: 'En forsvinning begynner under en plassering, eller før barnet ble registrert.',
    },
    reads: ['missing_episodes.started', 'missing_episodes.placement_key'],
    verdicts: ({ has }) =>
      has('missing_episodes') && has('placements')
        ? verdictsOf(
            'missing_episodes',
            sql`CASE WHEN it.before_registration = 'yes' THEN TRUE WHEN it.started_h IS NULL OR it.child IS NULL THEN NULL
              WHEN it.row_no IN (SELECT it.row_no FROM ${checkedRows('missing_episodes')} AS it JOIN ${checkedRows('placements')} AS stay ON stay.child = it.child
                WHERE NOT (${surelyAfter({ row: 'stay', moment: 'started' }, its('started'))})
                  AND (${surelyAfter(its('started'), { row: 'stay', moment: 'ended' })}) IS NOT TRUE) THEN TRUE
              WHEN it.child IN (SELECT child FROM ${checkedRows('placements')} AS stay WHERE stay.started_h IS NULL AND child IS NOT NULL) THEN NULL
              ELSE FALSE END`,
          )
        : null,
  },
  {
    code: 'X12',
    level: 'error',
    unit: 'rows',
    words: {
      en: 'A missing episode that ended by return or finding has an end; one that still lasts has none.',
      nb: 'En forsvinning som endte med retur eller funn, har en slutt; en som fortsatt varer, har ingen.',
    },
    effect: {
      en: 'The figures follow the dates, not the reason: an episode without an end counts as still open.',
      nb: 'Tallene følger datoene, ikke grunnen: en forsvinning uten slutt regnes som fortsatt åpen.',
    },
    reads: ['missing_episodes.ended', 'missing_episodes.end_reason'],
    verdicts: ({ has }) =>
      has('missing_episodes', 'end_reason')
        ? verdictsOf(
            'missing_episodes',
            sql`CASE WHEN it.end_reason = 'still_missing' THEN it.ended_h IS NULL ELSE ${isThere('it', 'ended')} END`,
            { where: sql`it.end_reason::VARCHAR IN ${list([...found, 'still_missing'])}` },
          )
        : null,
  },
  {
    code: 'X13',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A missing child whose episode was closed at 18 is not also counted as found afterwards.',
      nb: 'Et savnet barn der saken ble lukket ved 18 år, telles ikke også som funnet etterpå.',
    },
    reads: ['missing_episodes.end_reason', 'missing_episodes.ended'],
    verdicts: ({ has }) =>
      has('missing_episodes', 'end_reason')
        ? verdictsOf(
            'missing_episodes',
            sql`CASE WHEN it.child IS NULL OR it.started_h IS NULL THEN NULL
              WHEN it.row_no IN (${foundAfter(sql`${surelyAfter({ row: 'other', moment: 'ended' }, its('started'))}`)}) THEN FALSE
              WHEN it.row_no IN (${foundAfter(sql`other.ended_h IS NULL`)}) THEN NULL ELSE TRUE END`,
            { where: sql`it.end_reason = 'closed_at_18'` },
          )
        : null,
  },
];

function foundAfter(when: Sql): Sql {
  return sql`SELECT it.row_no FROM ${checkedRows('missing_episodes')} AS it JOIN ${checkedRows('missing_episodes')} AS other
    ON other.child = it.child AND other.end_reason::VARCHAR IN ${list(found)} WHERE it.end_reason = 'closed_at_18' AND ${when}`;
}
