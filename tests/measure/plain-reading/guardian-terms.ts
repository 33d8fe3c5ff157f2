import { daysSince, known, momentOf, type Cells, type Files, type Moment } from './cells';
import { childrenOf, type Child } from './children';
import { detectedIn, inPopulation, type Months } from './populations';

/** Whom a question about guardians concerns. */
export type Who = 'P-DEPR' | 'P-REG';

const apart = ['unaccompanied', 'separated'];
const withoutCare = ['deprived', 'parent_implicated'];

/** Without parental care if either column says so; null where neither is known (ruling GP-01/02). */
function deprivedOfCare(child: Child): boolean | null {
  const [with_, care] = [child.answer('accompaniment'), child.answer('parental_care')];
  if (with_ === null && care === null) return null;
  return apart.includes(with_ ?? '') || withoutCare.includes(care ?? '');
}

/** The children first detected in these months whom the question concerns. */
export const cohortOf = (files: Files, months: Months, who: Who) =>
  childrenOf(files).filter(
    (child) =>
      inPopulation(child, 'P-REG') &&
      detectedIn(child, months) &&
      child.isChild &&
      (who === 'P-REG' || deprivedOfCare(child)),
  );

/** A guardian's term in whole days from T0; null: no date. */
export interface Term {
  readonly from: number | null;
  readonly to: number | null;
  readonly met: number | null;
  readonly asked: number | null;
  /** Asked for, and nothing shows that anybody came: the child still waits. */
  readonly open: boolean;
}

/** Over before T0, whatever the order of its days: it counts nowhere (ruling S8). */
const isOver = ({ from, to }: Pick<Term, 'from' | 'to'>): boolean =>
  to !== null && to < 0 && (from === null || from < 0);

/** Guardians of a child, without those who are only asked for. */
export const termsOf = (child: Child, t0: Moment, roles: readonly string[]): Term[] =>
  assignmentsOf(child, t0, roles).filter(({ open }) => !open);

/**
 * Guardians of a child, and requests that nobody came for. A term that ends before it starts has
 * days that are not known.
 */
export function assignmentsOf(child: Child, t0: Moment, roles: readonly string[]): Term[] {
  const day = (row: Cells, name: string) => {
    const moment = momentOf(row, name);
    return moment && daysSince(t0, moment);
  };
  return child
    .events('assignments')
    .filter((row) => roles.includes(known(row.role) ?? ''))
    .map((row) => ({
      from: day(row, 'started'),
      to: day(row, 'ended'),
      met: day(row, 'first_meeting'),
      asked: day(row, 'requested'),
    }))
    .filter((term) => !isOver(term))
    .map((term) => ({
      ...term,
      open: term.asked !== null && term.from === null && term.to === null && term.met === null,
    }))
    .map((term) =>
      term.from !== null && term.to !== null && term.to < term.from
        ? { ...term, from: null, to: null }
        : term,
    );
}

/** Roles of a guardian; `legal` leaves out a temporary one. */
export const guardianRoles = { any: ['guardian', 'temporary_guardian'], legal: ['guardian'] };

/** Whole days from T0 to the first guardian in post; one in post at T0 counts there (ruling S8). */
export function appointed(terms: readonly Term[]): number | null | 'unknown' {
  const days = terms.flatMap(({ from }) => (from === null ? [] : [Math.max(0, from)]));
  if (days.length > 0) return Math.min(...days);
  return terms.some(({ from }) => from === null) ? 'unknown' : null;
}
