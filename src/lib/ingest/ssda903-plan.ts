import type { AdapterPlan } from './adapter';
import type { ColumnMapping, IdentifierFinding } from './import-report';

/** Tables of England's return on children looked after that feed something, and all others. */
export type Ssda903Role = 'header' | 'episodes' | 'missing' | 'uasc' | 'unused';

/** Columns that tell one table of the return from another; the first set found decides. */
const marks: readonly (readonly [Ssda903Role, string, readonly string[]])[] = [
  ['episodes', 'episodes', ['DECOM', 'PLACE']],
  ['missing', 'missing', ['MIS_START']],
  ['uasc', 'unaccompanied children', ['DUC']],
  ['unused', 'reviews', ['REVIEW']],
  ['unused', 'outcomes (OC2)', ['SDQ_SCORE']],
  ['unused', 'care leavers (OC3)', ['IN_TOUCH']],
  ['unused', 'adoption (AD1)', ['DATE_INT']],
  ['unused', 'placed for adoption', ['DATE_PLACED']],
  ['unused', 'previous permanence', ['PREV_PERM']],
  ['unused', 'social workers', ['SW_ID']],
  ['header', 'header', ['SEX', 'DOB', 'ETHNIC']],
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
    reason: 'the local number of the child is replaced by a running key',
  },
  DOB: {
    kind: 'birth date',
    handling: 'generalised',
    reason: 'turned into completed years at the first day in care, then dropped',
  },
  UPN: { kind: 'national id', handling: 'dropped', reason: 'unique pupil number' },
  MOTHER: { kind: 'case number', handling: 'dropped', reason: 'says which girls are mothers' },
  MC_DOB: {
    kind: 'birth date',
    handling: 'dropped',
    reason: "birth date of the child's own child",
  },
  HOME_POST: { kind: 'address', handling: 'dropped', reason: 'postcode of the home' },
  PL_POST: { kind: 'address', handling: 'dropped', reason: 'postcode of the placement' },
  URN: { kind: 'address', handling: 'dropped', reason: 'number that names the home' },
};

/** Said of every file of this return. */
export const ssda903CannotFeed = [
  'The English return says nothing about trafficking: its children are looked after, not known victims.',
  'It has no referrals, detention, charges or testimony, and days but no hours.',
  'Its forms of exploitation, citizenship and reasons for the end of a missing episode are not recorded.',
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
      ? 'a column of the SSDA903 return'
      : (identifier?.reason ?? 'not used by this adapter');
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
              message: `This is the table of ${title} of the SSDA903 return. No indicator uses it, so it is left out.`,
            },
          ]
        : [],
    cannotFeed: role === 'unused' ? [] : ssda903CannotFeed,
  };
}
