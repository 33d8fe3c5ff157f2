import { name, sql, type Sql } from '$lib/schema/sql';
import { allKnown, plainVerdicts, together } from './checked-rows';
import type { CrossFileRule } from './cross-file-rule';

/** Disbursed over committed by this much is an error, below it a warning. */
const excess = 1.05;

/** The most full-time equivalents one person may have in a month: the limit of the column. */
const mostFte = 1.5;

const day = (hours: Sql): Sql => sql`(DATE '1970-01-01' + floor(${hours} / 24)::INTEGER)`;

/** A calendar day of a row; NULL where the file counts from T0. */
const calendarDay = (moment: string): Sql =>
  sql`CASE WHEN it.${name(`${moment}__clock`)} IN ('date'::e_clock, 'datetime'::e_clock, 'month'::e_clock) THEN ${day(sql`it.${name(`${moment}_h`)}`)} END`;

/** The last day that a programme's last month or year may stand for. */
const programmeEnd = sql`last_day((offer.ended + CASE WHEN offer.ended__grain = 'year'::e_grain THEN INTERVAL 11 MONTH ELSE INTERVAL 0 MONTH END)::DATE)`;

/** Rules on money, programmes and staff: X25 to X28. */
export const rulesMoney: readonly CrossFileRule[] = [
  {
    code: 'X25',
    level: 'error',
    unit: 'rows',
    words: {
      en: 'A grant does not end before it starts, and no more is paid out than 5 per cent above what was committed.',
      nb: 'Et tilskudd slutter ikke før det begynner, og det utbetales ikke mer enn 5 prosent over det som er bevilget.',
    },
    effect: {
      en: 'A grant that ends before it starts is left out of the days with funding; one that pays out too much is not.',
      nb: 'Et tilskudd som slutter før det begynner, holdes utenfor dagene med finansiering; et som utbetaler for mye, gjør det ikke.',
    },
    reads: [
      'funding.start_date',
      'funding.end_date',
      'funding.amount_committed',
      'funding.amount_disbursed',
    ],
    verdicts: ({ has }) =>
      has('funding')
        ? plainVerdicts(
            'funding',
            allKnown([
              sql`it.end_date >= it.start_date`,
              sql`it.amount_disbursed < ${excess} * it.amount_committed OR it.amount_disbursed <= it.amount_committed`,
            ]),
          )
        : null,
  },
  {
    code: 'X25',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'No more of a grant is paid out than was committed (here: above it, by under 5 per cent).',
      nb: 'Det utbetales ikke mer av et tilskudd enn det som er bevilget (her: mer, men under 5 prosent).',
    },
    reads: ['funding.amount_committed', 'funding.amount_disbursed'],
    verdicts: ({ has }) =>
      has('funding', 'amount_disbursed') && has('funding', 'amount_committed')
        ? plainVerdicts(
            'funding',
            sql`it.amount_disbursed <= it.amount_committed OR it.amount_disbursed >= ${excess} * it.amount_committed`,
          )
        : null,
  },
  {
    code: 'X26',
    level: 'error',
    unit: 'programmes',
    words: {
      en: 'What one programme receives and what it spends are in one currency.',
      nb: 'Det et program mottar, og det det bruker, er i samme valuta.',
    },
    effect: {
      en: 'No exchange rate is applied: each currency stays apart.',
      nb: 'Ingen valutakurs brukes: hver valuta holdes for seg.',
    },
    reads: ['funding.currency', 'expenditure.currency'],
    verdicts: ({ has }) =>
      has('funding', 'programme_key') && has('expenditure')
        ? sql`SELECT 'expenditure' AS tbl, programme_key AS ref, CASE WHEN count(DISTINCT currency) > 1 THEN FALSE WHEN count(currency) = count(*) THEN TRUE END AS holds
            FROM (SELECT programme_key, currency, TRUE AS spent FROM expenditure UNION ALL SELECT programme_key, currency, FALSE FROM funding)
            WHERE programme_key IS NOT NULL GROUP BY programme_key HAVING bool_or(spent) AND NOT bool_and(spent)`
        : null,
  },
  {
    code: 'X27',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A programme serves no child before its first or after its last month.',
      nb: 'Et program hjelper ingen barn før den første eller etter den siste måneden sin.',
    },
    reads: [
      'programmes.started',
      'programmes.ended',
      'services.programme_key',
      'placements.programme_key',
    ],
    // Only true dates can be laid beside the months of a programme.
    verdicts: ({ facts, has }) =>
      has('programmes') && (facts.meta.dateMode === 'exact' || facts.meta.dateMode === 'month')
        ? together(
            ['services', 'placements']
              .filter((table) => has(table, 'programme_key'))
              .map((table) => {
                const last = sql`coalesce(${calendarDay('ended')}, ${calendarDay('started')})`;
                return sql`SELECT ${table} AS tbl, it.case_key AS ref, ${allKnown([
                  sql`${calendarDay('started')} >= offer.started`,
                  sql`${last} <= ${programmeEnd}`,
                ])} AS holds FROM ${name(table)} AS it
                  LEFT JOIN (SELECT DISTINCT ON (programme_key) * FROM programmes ORDER BY programme_key) AS offer ON offer.programme_key = it.programme_key
                  WHERE it.programme_key IS NOT NULL`;
              }),
          )
        : null,
  },
  {
    code: 'X28',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'One person works at most 1.5 full-time posts in a month, and has no children to follow without a post.',
      nb: 'Én person har høyst 1,5 årsverk i en måned, og følger ingen barn uten stilling.',
    },
    reads: ['staff.fte', 'staff.caseload'],
    verdicts: ({ has }) =>
      has('staff', 'fte')
        ? plainVerdicts(
            'staff',
            sql`CASE WHEN it.fte IS NULL THEN NULL WHEN sum(it.fte) OVER (PARTITION BY it.staff_key, it.month) > ${mostFte + 1e-9} THEN FALSE
              ELSE NOT (it.fte = 0 AND coalesce(it.caseload, 0) > 0) END`,
          )
        : null,
  },
];
