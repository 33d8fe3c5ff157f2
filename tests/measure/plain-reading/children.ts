import { ageOf, codeOf, hoursSince, known, momentOf, startHour } from './cells';
import type { Cells, Files, Moment } from './cells';
import { earliest, isMoment, observationEnd } from './observation';

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
  /** Observation ended because the child died. */
  readonly died: boolean;
  /** Observation ended because the child was transferred or contact was lost. */
  readonly lost: boolean;
  /** Hours from T0 to the midnight at which the birthday begins. */
  readonly turns18: number | null;
  /** Completed years at detection, null where only a band or nothing is known. */
  readonly years: number | null;
  /** The first known answer of its files to a column, in order of detection (ruling M2). */
  readonly answer: (column: string) => string | null;
  /** Yes if any file says yes, else no if any says no (ruling M2). */
  readonly flag: (column: string) => boolean | null;
  /** Every code its files list in a column (indicators 0.1). */
  readonly list: (column: string) => readonly string[];
  /** The earliest moment of a column of its files. */
  readonly moment: (name: string) => Moment | null;
  /** The keys of its files, in order of detection. */
  readonly files: readonly string[];
  /** Its files themselves, in order of detection. */
  readonly rows: readonly Cells[];
  /** Event rows of the child by table, also those written in a duplicate file (ruling M6). */
  readonly events: (table: string) => readonly Cells[];
}

const ladder = ['identified', 'presumed', 'rejected', 'withdrawn', 'possible', 'not_assessed'];

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
    died: end?.died ?? false,
    lost: end?.lost ?? false,
    turns18: t0 && birthday ? hoursSince(t0, birthday) : null,
    years: age ?? null,
    answer: (column) => firstKnown(rows, column).code,
    flag: (column) => {
      const answers = rows.map((row) => known(row[column]));
      return answers.includes('yes') ? true : answers.includes('no') ? false : null;
    },
    list: (column) => [
      ...new Set(rows.flatMap((row) => (known(row[column]) ?? '').split(';')).filter(Boolean)),
    ],
    moment: (name) => earliest(moments(name)),
    files: rows.map((row) => String(row.case_key)),
    rows,
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
