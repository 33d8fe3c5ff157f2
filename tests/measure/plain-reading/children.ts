import { ageOf, codeOf, known, momentOf, startHour } from './cells';
import type { Cells, Files, Moment } from './cells';

/** One child, its files merged (indicators 0.1, rulings M1–M8, M18). */
export interface Child {
  readonly key: string;
  readonly month: string;
  readonly status: string | null;
  readonly gender: string;
  readonly ageBand: string;
  readonly mainForm: string;
  /** Organisation of the earliest file. */
  readonly orgType: string | null;
  /** Null: nobody can say whether this is a child. */
  readonly isChild: boolean | null;
  readonly t0: Moment | null;
  /** What ends observation without an event: transfer, contact lost, end of follow-up. */
  readonly observedTo: Moment | null;
  readonly turned18: Moment | null;
  readonly died: Moment | null;
  readonly leftCountry: Moment | null;
  /** Event rows of the child by table, also those written in a duplicate file (ruling M6). */
  readonly events: (table: string) => readonly Cells[];
}

const ladder = ['identified', 'presumed', 'rejected', 'withdrawn', 'possible', 'not_assessed'];
const ending = ['transferred', 'contact_lost', 'returned', 'deceased'];
const eventTables = [
  'referrals',
  'assignments',
  'services',
  'placements',
  'missing_episodes',
  'detention',
  'charges',
  'testimony',
];
const dated = [
  'referred received accepted first_service',
  'requested started first_meeting ended need_identified',
  'registered_with_cp decision_reviewed reported return_interview_done',
  'first_review challenge_decided resolved held',
].flatMap((names) => names.split(' '));

/** Every child of the files. */
export function childrenOf(files: Files): Child[] {
  const linkage = known(files.meta?.[0]?.linkage_level) ?? 'none';
  const keyOf = (row: Cells) =>
    linkage === 'none' ? String(row.case_key) : (known(row.child_key) ?? String(row.case_key));
  const keyOfCase = new Map((files.cases ?? []).map((row) => [row.case_key, keyOf(row)]));
  const groups = new Map<string, Cells[]>();
  for (const row of files.cases ?? []) {
    if (row.closure_reason === 'duplicate') continue;
    if (linkage === 'none' && row.closure_reason === 'transferred') continue;
    groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  }
  return [...groups].map(([key, rows]) => {
    const events = (table: string) =>
      (files[table] ?? []).filter((row) => keyOfCase.get(row.case_key) === key);
    return mergeFiles(key, rows.sort(byDetection), events);
  });
}

function byDetection(a: Cells, b: Cells): number {
  const at = (row: Cells) => {
    const moment = momentOf(row, 'detected');
    return moment ? startHour(moment) : Infinity;
  };
  if (at(a) !== at(b)) return at(a) < at(b) ? -1 : 1;
  return String(a.case_key) < String(b.case_key) ? -1 : 1;
}

function mergeFiles(key: string, rows: readonly Cells[], events: Child['events']): Child {
  const first = rows[0];
  const age = rows.map((row) => ageOf(row.age_at_detection)).find((years) => years !== null);
  const band = firstKnown(rows, 'age_band_at_detection');
  const presumed = firstKnown(rows, 'minority_basis').code === 'presumed';
  const statuses = rows.map((row) => row.victim_status);
  const moments = (name: string) => rows.map((row) => momentOf(row, name)).filter(isMoment);
  const t0 = first ? momentOf(first, 'detected') : null;
  return {
    key,
    month: first?.index_month ?? '',
    status: ladder.find((status) => statuses.includes(status)) ?? null,
    gender: groupOf(firstKnown(rows, 'gender')),
    ageBand: age !== undefined ? bandOfYears(age) : groupOf(band),
    mainForm: groupOf(firstKnown(rows, 'main_form')),
    orgType: first ? known(first.org_type) : null,
    isChild: age !== undefined ? age < 18 : band.code ? band.code !== '18plus' : presumed || null,
    t0,
    observedTo: observationEnd(rows, t0, events),
    turned18: earliest(moments('turned_18')),
    died: closedFor(rows, 'deceased'),
    leftCountry: closedFor(rows, 'returned'),
    events,
  };
}

/** The first known value in order of detection (ruling M2). */
function firstKnown(rows: readonly Cells[], column: string): { code: string | null; why: string } {
  const found = rows.map((row) => codeOf(row[column]));
  return found.find(({ code }) => code !== null) ?? found[0] ?? { code: null, why: 'not_recorded' };
}

/** The row a child stands in: unknown, refused and not recorded are one (ruling M17). */
const groupOf = ({ code, why }: { code: string | null; why: string }): string =>
  code ?? (why === 'not_asked' ? 'not_asked' : 'unknown');

function bandOfYears(years: number): string {
  if (years <= 8) return '0_8';
  if (years <= 11) return '9_11';
  if (years <= 14) return '12_14';
  return years <= 17 ? '15_17' : '18plus';
}

/** The latest of the files' ends (ruling M3); without any, the latest dated row (ruling M18). */
function observationEnd(
  rows: readonly Cells[],
  t0: Moment | null,
  events: Child['events'],
): Moment | null {
  const ends = rows
    .map((row) =>
      ending.includes(row.closure_reason ?? '')
        ? (momentOf(row, 'closed') ?? momentOf(row, 'followup_end'))
        : momentOf(row, 'followup_end'),
    )
    .filter(isMoment);
  if (ends.length > 0) return latest(ends);
  const others = eventTables.flatMap((table) =>
    events(table).flatMap((row) => dated.map((name) => momentOf(row, name)).filter(isMoment)),
  );
  return latest([...others, ...(t0 ? [t0] : [])]);
}

const closedFor = (rows: readonly Cells[], reason: string): Moment | null =>
  earliest(
    rows
      .filter((row) => row.closure_reason === reason)
      .map((row) => momentOf(row, 'closed'))
      .filter(isMoment),
  );

/** Keeps moments, drops what has no date. */
export const isMoment = (moment: Moment | null): moment is Moment => moment !== null;

/** The earliest of several moments. */
export const earliest = (moments: readonly Moment[]): Moment | null =>
  moments.reduce<Moment | null>((a, b) => (a && startHour(a) <= startHour(b) ? a : b), null);

/** The latest of several moments; a day without a clock lasts to its midnight (ruling M24). */
export const latest = (moments: readonly Moment[]): Moment | null =>
  moments.reduce<Moment | null>((a, b) => (a && endHour(a) >= endHour(b) ? a : b), null);

/** The hour at which a moment that ends something is over (ruling M24). */
export const endHour = (moment: Moment): number => moment.hour ?? (moment.day + 1) * 24;
