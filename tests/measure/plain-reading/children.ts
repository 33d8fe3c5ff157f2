import {
  ageOf,
  codeOf,
  daysSince,
  hasHours,
  hoursSince,
  known,
  momentOf,
  spanOf,
  startHour,
} from './cells';
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
  /** Hours from T0 to the end of observation; null without T0. */
  readonly observedTo: number | null;
  /** The last day of observation, in days since the day of T0. */
  readonly lastDay: number | null;
  /** Observation ended because the child died or left the country. */
  readonly gone: boolean;
  /** Hours from T0 to the midnight at which the birthday begins. */
  readonly turns18: number | null;
  /** Event rows of the child by table, also those written in a duplicate file (ruling M6). */
  readonly events: (table: string) => readonly Cells[];
}

const ladder = ['identified', 'presumed', 'rejected', 'withdrawn', 'possible', 'not_assessed'];
const ending = ['transferred', 'contact_lost', 'returned', 'deceased'];

/**
 * The moments at which a row shows that the child was seen (ruling M18). A review that is due and the
 * day a permit expires lie ahead when they are written: they show nothing.
 */
const seenAt: Readonly<Record<string, readonly string[]>> = {
  referrals: ['referred'],
  placements: ['started', 'ended'],
  missing_episodes: ['started', 'ended'],
  detention: ['started', 'ended'],
  assignments: ['requested', 'started', 'first_meeting', 'ended'],
  services: ['need_identified', 'started', 'ended'],
  charges: ['started', 'resolved'],
  testimony: ['held'],
  decisions: ['requested', 'decided'],
  age_disputes: ['raised', 'resolved'],
  exploitation_spells: ['started', 'ended'],
  assessments: ['started', 'completed', 'plan_updated'],
  residence: ['applied', 'granted'],
  proceedings: ['opened', 'charged', 'judgment', 'final'],
  followups: ['held'],
};
/** Tables whose rows do not count once they end before they start. */
const spans = ['placements', 'missing_episodes', 'detention'];

/** Every child of the files. */
export function childrenOf(files: Files): Child[] {
  const linkage = known(files.meta?.[0]?.linkage_level) ?? 'none';
  const counted = (files.cases ?? []).filter((row) => row.closure_reason !== 'duplicate');
  const keyless = counted.filter((row) => known(row.child_key) === null).length;
  const records = linkage === 'none' || keyless > 0.05 * counted.length;
  const keyOf = (row: Cells) =>
    records ? String(row.case_key) : (known(row.child_key) ?? String(row.case_key));
  const keyOfCase = new Map((files.cases ?? []).map((row) => [row.case_key, keyOf(row)]));
  const groups = new Map<string, Cells[]>();
  for (const row of counted) {
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
  const end = t0 && observationEnd(rows, t0, events);
  const birthday = earliest(moments('turned_18'));
  return {
    key,
    month: first?.index_month ?? '',
    status: ladder.find((status) => statuses.includes(status)) ?? null,
    gender: groupOf(firstKnown(rows, 'gender')),
    ageBand:
      age !== undefined
        ? bandOfYears(age)
        : groupOf(band.code ? band : firstKnown(rows, 'age_at_detection')),
    mainForm: groupOf(firstKnown(rows, 'main_form')),
    orgType: first ? known(first.org_type) : null,
    isChild: age !== undefined ? age < 18 : band.code ? band.code !== '18plus' : presumed || null,
    t0,
    observedTo: end?.hours ?? null,
    lastDay: end && Math.max(0, end.day),
    gone: end?.gone ?? false,
    turns18: t0 && birthday ? hoursSince(t0, birthday) : null,
    events,
  };
}

/** The first known value in order of detection (ruling M2). */
function firstKnown(rows: readonly Cells[], column: string): { code: string | null; why: string } {
  const found = rows.map((row) => codeOf(row[column]));
  const answer = found.find(({ code }) => code !== null);
  const notAsked = found.every(({ why }) => why === 'not_asked');
  return answer ?? { code: null, why: notAsked ? 'not_asked' : 'unknown' };
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

/**
 * When and why observation ends: the file that lasts longest decides (rulings M3, S3); a file
 * lasts to its closure for one of four reasons, else to the end of its follow-up. Where that file
 * does not say, the latest dated row of the child (ruling M18).
 */
function observationEnd(rows: readonly Cells[], t0: Moment, events: Child['events']) {
  const lasts = rows.map((row) => {
    const closed = ending.includes(row.closure_reason ?? '') ? momentOf(row, 'closed') : null;
    const told = closed ?? momentOf(row, 'followup_end');
    const until = told ?? momentOf(row, 'detected');
    const gone = closed !== null && ['returned', 'deceased'].includes(row.closure_reason ?? '');
    return { told, gone, closed: closed !== null, hour: until ? startHour(until) : -Infinity };
  });
  const longest = Math.max(...lasts.map(({ hour }) => hour));
  const last = lasts
    .filter(({ hour }) => hour === longest)
    .sort((a, b) => Number(b.closed) - Number(a.closed))[0];
  const follow = latest(
    lasts.filter(({ closed }) => !closed).flatMap(({ told }) => (told ? [told] : [])),
  );
  const told = last?.closed ? last.told : follow;
  if (told) {
    const hours = hoursSince(t0, told) + (hasHours(t0, told) ? 0 : 24);
    return { hours: Math.max(0, hours), day: daysSince(t0, told), gone: last?.gone ?? false };
  }
  const seen = Object.entries(seenAt).flatMap(([table, names]) =>
    events(table)
      .filter((row) => !spans.includes(table) || spanOf(row, t0).valid)
      .flatMap((row) => names.map((name) => momentOf(row, name)).filter(isMoment)),
  );
  return {
    hours: Math.max(0, ...seen.map((moment) => hoursSince(t0, moment))),
    day: Math.max(0, ...seen.map((moment) => daysSince(t0, moment))),
    gone: false,
  };
}

/** Keeps moments, drops what has no date. */
export const isMoment = (moment: Moment | null): moment is Moment => moment !== null;

/** The earliest of several moments. */
const earliest = (moments: readonly Moment[]): Moment | null =>
  moments.reduce<Moment | null>((a, b) => (a && startHour(a) <= startHour(b) ? a : b), null);

/** The latest of several moments. */
const latest = (moments: readonly Moment[]): Moment | null =>
  moments.reduce<Moment | null>((a, b) => (a && startHour(a) >= startHour(b) ? a : b), null);
