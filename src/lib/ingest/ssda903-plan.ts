import type { Text } from '$lib/schema/text';
import { notUsed, type AdapterPlan } from './adapter';
import type { ColumnMapping, IdentifierFinding } from './import-report';

/** Tables of England's return on children looked after that feed something, and all others. */
export type Ssda903Role = 'header' | 'episodes' | 'missing' | 'uasc' | 'unused';

/** Columns that tell one table of the return from another; the first set found decides. */
const marks: readonly (readonly [Ssda903Role, Text, readonly string[]])[] = [
  ['episodes', { en: 'episodes', nb: 'plasseringsperioder' }, ['DECOM', 'PLACE']],
  ['missing', { en: 'missing', nb: 'savnede barn' }, ['MIS_START']],
  ['uasc', { en: 'unaccompanied children', nb: 'enslige barn' }, ['DUC']],
  ['unused', { en: 'reviews', nb: 'gjennomganger' }, ['REVIEW']],
  ['unused', { en: 'outcomes (OC2)', nb: 'resultater (OC2)' }, ['SDQ_SCORE']],
  ['unused', { en: 'care leavers (OC3)', nb: 'unge som har forlatt omsorgen (OC3)' }, ['IN_TOUCH']],
  ['unused', { en: 'adoption (AD1)', nb: 'adopsjon (AD1)' }, ['DATE_INT']],
  ['unused', { en: 'placed for adoption', nb: 'plassert for adopsjon' }, ['DATE_PLACED']],
  ['unused', { en: 'previous permanence', nb: 'tidligere varig plassering' }, ['PREV_PERM']],
  ['unused', { en: 'social workers', nb: 'saksbehandlere' }, ['SW_ID']],
  ['header', { en: 'header', nb: 'opplysninger om barnet (header)' }, ['SEX', 'DOB', 'ETHNIC']],
];

const tableOf: Readonly<Record<Ssda903Role, string | null>> = {
  header: 'cases',
  episodes: 'placements',
  missing: 'missing_episodes',
  uasc: 'cases',
  unused: null,
};

const targets: Readonly<Record<Ssda903Role, Readonly<Record<string, string>>>> = {
  header: { CHILD: 'cases.case_key', SEX: 'cases.gender', DOB: 'cases.age_at_detection' },
  episodes: {
    CHILD: 'placements.case_key',
    DECOM: 'placements.started_at',
    DEC: 'placements.ended_at',
    PLACE: 'placements.placement_type',
  },
  missing: {
    CHILD: 'missing_episodes.case_key',
    MISSING: 'missing_episodes.episode_type',
    MIS_START: 'missing_episodes.started_at',
    MIS_END: 'missing_episodes.ended_at',
  },
  uasc: { CHILD: 'cases.accompaniment' },
  unused: {},
};

const identifiers: Readonly<Record<string, Omit<IdentifierFinding, 'column'>>> = {
  CHILD: {
    kind: 'case number',
    handling: 'generalised',
    reason: {
      en: 'the local number of the child is replaced by a running key',
      nb: 'det lokale nummeret til barnet erstattes av en løpende nøkkel',
    },
  },
  DOB: {
    kind: 'birth date',
    handling: 'generalised',
    reason: {
      en: 'turned into completed years at the first day in care, then dropped',
      nb: 'gjort om til fylte år på den første dagen under omsorg, og deretter fjernet',
    },
  },
  UPN: {
    kind: 'national id',
    handling: 'dropped',
    reason: { en: 'unique pupil number', nb: 'entydig elevnummer' },
  },
  MOTHER: {
    kind: 'case number',
    handling: 'dropped',
    reason: { en: 'says which girls are mothers', nb: 'sier hvilke jenter som er mødre' },
  },
  MC_DOB: {
    kind: 'birth date',
    handling: 'dropped',
    reason: {
      en: "birth date of the child's own child",
      nb: 'fødselsdatoen til barnets eget barn',
    },
  },
  HOME_POST: {
    kind: 'address',
    handling: 'dropped',
    reason: { en: 'postcode of the home', nb: 'postnummeret til hjemmet' },
  },
  PL_POST: {
    kind: 'address',
    handling: 'dropped',
    reason: { en: 'postcode of the placement', nb: 'postnummeret til plasseringen' },
  },
  URN: {
    kind: 'address',
    handling: 'dropped',
    reason: { en: 'number that names the home', nb: 'nummer som peker ut hjemmet' },
  },
};

/** Said of every file of this return. */
export const ssda903CannotFeed: readonly Text[] = [
  {
    en: 'The English return says nothing about trafficking: its children are looked after, not known victims.',
    nb: 'Den engelske rapporteringen sier ingenting om menneskehandel: Barna er under omsorg, ikke kjent som utsatte.',
  },
  {
    en: 'It has no referrals, detention, charges or testimony, and days but no hours.',
    nb: 'Den har ingen henvisninger, frihetsberøvelser, siktelser eller vitnemål, og dager, men ikke timer.',
  },
  {
    en: 'Its forms of exploitation, citizenship and reasons for the end of a missing episode are not recorded.',
    nb: 'Former for utnyttelse, statsborgerskap og grunnen til at en periode som savnet tok slutt, er ikke registrert.',
  },
];

/** Reads the header of one file of the return; null when it is not one. */
export function ssda903Plan(
  header: readonly string[],
): (AdapterPlan & { role: Ssda903Role }) | null {
  const names = header.map((name) => name.trim().toUpperCase());
  if (!names.includes('CHILD')) return null;
  const mark = marks.find(([, , needed]) => needed.every((name) => names.includes(name)));
  if (!mark) return null;
  const [role, title] = mark;
  const handled: IdentifierFinding[] = [];
  const mapping = header.map((source, at): ColumnMapping => {
    const column = names[at] ?? '';
    const target = targets[role][column] ?? null;
    const identifier = identifiers[column];
    if (identifier)
      handled.push({
        column: source,
        ...identifier,
        ...(target ? {} : { handling: 'dropped' as const }),
      });
    const reason = target
      ? { en: 'a column of the SSDA903 return', nb: 'en kolonne i SSDA903-rapporteringen' }
      : (identifier?.reason ?? notUsed);
    return { source, target, tier: 'adapter', reason };
  });
  return {
    role,
    table: tableOf[role],
    mapping,
    handled,
    issues:
      role === 'unused'
        ? [
            {
              level: 'note',
              code: 'table-not-used',
              count: 1,
              message: {
                en: `This is the table of ${title.en} of the SSDA903 return. No indicator uses it, so it is left out.`,
                nb: `Dette er tabellen over ${title.nb} i SSDA903-rapporteringen. Ingen indikator bruker den, så den er utelatt.`,
              },
            },
          ]
        : [],
    cannotFeed: role === 'unused' ? [] : ssda903CannotFeed,
  };
}
