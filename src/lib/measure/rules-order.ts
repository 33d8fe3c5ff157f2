import { name, sql, type Sql } from '$lib/schema/sql';
import { allKnown, eventTables, momentsOf, together, verdictsOf } from './checked-rows';
import type { CrossFileRule } from './cross-file-rule';
import { its, surelyAfter, surelyBeforeT0 } from './surely-after';

const spells: Readonly<Record<string, string>> = {
  assignments: 'ended',
  placements: 'ended',
  missing_episodes: 'ended',
  detention: 'ended',
  services: 'ended',
  charges: 'resolved',
};

/** Moments that may lie in the future of the child. */
const stillToCome = ['assessments.next_review_due', 'residence.ended'];

/** Tables whose rows may precede T0 (X05, ruling S8). */
const mayPrecede = [
  'exploitation_spells',
  'detention',
  'charges',
  'placements',
  'assignments',
  'services',
];

/** Each of these moments is not after the one that follows it, known ones only. */
function inOrder(moments: readonly string[]): Sql {
  return allKnown(
    moments.flatMap((early, i) =>
      moments.slice(i + 1).map((late) => sql`NOT (${surelyAfter(its(early), its(late))})`),
    ),
  );
}

/** Moments of `table` that must not lie after the end of follow-up. */
const followed = (table: string) =>
  momentsOf(table).filter((moment) => !stillToCome.includes(`${table}.${moment}`));

// What one body knows last may be later than what another does, so the latest end of the child's files counts (M3).
const lastEnd = sql`LEFT JOIN (SELECT child, max(followup_end_d) AS last_d, arg_max(followup_end__clock, followup_end_d) AS last_clock
  FROM dated_cases GROUP BY child) AS seen ON seen.child = it.child`;

function notAfterLastEnd(moment: string): Sql {
  const clock = sql`it.${name(`${moment}__clock`)}`;
  return sql`it.${name(`${moment}_d`)} <= seen.last_d + CASE WHEN (${clock} = 'month'::e_clock) <> (seen.last_clock = 'month'::e_clock) THEN 16
    WHEN ${clock} <> seen.last_clock THEN 1 ELSE 0 END`;
}

const fileMoments = ['registered', 'turned_18', 'closed'];

/** Rules on the order of moments: X02, X03, X05, X17. */
export const rulesOrder: readonly CrossFileRule[] = [
  {
    code: 'X02',
    level: 'error',
    unit: 'rows',
    words: {
      en: 'Nothing ends before it starts: assignments, services, placements, missing episodes, spells of detention, charges.',
      nb: 'Ingenting slutter før det begynner: oppdrag, tiltak, plasseringer, forsvinninger, frihetsberøvelser, siktelser.',
    },
    effect: {
      en: 'Placements, missing episodes and spells of detention that end before they start are left out of the figures. Assignments, services and charges are not left out for this reason.',
      nb: 'Plasseringer, forsvinninger og frihetsberøvelser som slutter før de begynner, holdes utenfor tallene. Oppdrag, tiltak og siktelser holdes ikke utenfor av denne grunnen.',
    },
    reads: Object.entries(spells).flatMap(([table, end]) => [
      `${table}.started`,
      `${table}.${end}`,
    ]),
    verdicts: ({ has }) =>
      together(
        Object.entries(spells)
          .filter(([table]) => has(table))
          .map(([table, end]) => verdictsOf(table, inOrder(['started', end]))),
      ),
  },
  {
    code: 'X03',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A file is opened before it is registered and registered before it is closed.',
      nb: 'En sak oppdages før den registreres, og registreres før den lukkes.',
    },
    reads: ['cases.detected', 'cases.registered', 'cases.closed'],
    verdicts: ({ has }) =>
      has('cases') ? verdictsOf('cases', inOrder(['detected', 'registered', 'closed'])) : null,
  },
  {
    code: 'X03',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'Nothing happens to a child after the last moment at which the child’s situation is known.',
      nb: 'Ingenting skjer med et barn etter det siste tidspunktet der barnets situasjon er kjent.',
    },
    reads: ['cases.followup_end'],
    verdicts: ({ has }) =>
      has('cases', 'followup_end')
        ? together([
            verdictsOf(
              'cases',
              allKnown(
                fileMoments.map(
                  (moment) => sql`NOT (${surelyAfter(its(moment), its('followup_end'))})`,
                ),
              ),
            ),
            ...eventTables
              .filter((table) => has(table))
              .map((table) =>
                verdictsOf(table, allKnown(followed(table).map(notAfterLastEnd)), {
                  joins: lastEnd,
                }),
              ),
          ])
        : null,
  },
  {
    code: 'X05',
    level: 'error',
    unit: 'rows',
    words: {
      en: 'Nothing lies before the first detection, except exploitation, detention, charges, placements, assignments and services.',
      nb: 'Ingenting ligger før første oppdagelse, unntatt utnyttelse, frihetsberøvelse, siktelser, plasseringer, oppdrag og tiltak.',
    },
    effect: {
      en: 'A figure of times from the first detection counts a negative one as not usable; other figures keep the row.',
      nb: 'Et tall om tider fra første oppdagelse regner en negativ tid som ubrukelig; andre tall beholder raden.',
    },
    reads: ['cases', ...eventTables]
      .filter((table) => !mayPrecede.includes(table))
      .flatMap((table) =>
        momentsOf(table)
          .map((moment) => `${table}.${moment}`)
          .filter((path) => path !== 'cases.detected'),
      ),
    verdicts: ({ has }) =>
      together(
        ['cases', ...eventTables]
          .filter((table) => has(table) && !mayPrecede.includes(table))
          .map((table) =>
            verdictsOf(
              table,
              allKnown(
                momentsOf(table)
                  .filter((moment) => moment !== 'detected')
                  .map((moment) => sql`NOT (${surelyBeforeT0(moment)})`),
              ),
            ),
          ),
      ),
  },
  {
    code: 'X17',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A referral is sent, then received, then accepted, then followed by the first service.',
      nb: 'En henvisning sendes, mottas, godtas og følges av første tiltak, i den rekkefølgen.',
    },
    reads: ['referrals.referred', 'referrals.received', 'referrals.accepted'],
    verdicts: ({ has }) =>
      has('referrals')
        ? verdictsOf('referrals', inOrder(['referred', 'received', 'accepted', 'first_service']))
        : null,
  },
];
