import type { Released, ReleasedRow } from '$lib/disclosure/released';

/** One programme as one kind of assessor sees it, at the end of the period. */
export interface Profile {
  readonly programme: string;
  /** `self` or `others`. */
  readonly assessor: string;
  readonly inPractice: ReleasedRow | null;
  readonly expired: ReleasedRow | null;
  readonly notRecorded: ReleasedRow | null;
  readonly notAssessed: ReleasedRow | null;
  readonly notApplicable: ReleasedRow | null;
  /** Rows of the items with the lowest score among those that still count; one row an item. */
  readonly lowest: readonly ReleasedRow[];
  /** One row an item that was ever assessed, also where its answer has expired. */
  readonly scores: readonly ReleasedRow[];
}

/** The profiles of a released PQ-01, by programme, its own assessment first. */
export function profilesOf({ rows }: Released): readonly Profile[] {
  const own = rows.filter(({ by }) => 'programme' in by && 'assessor' in by);
  const groups = new Map(
    own.map(({ by }) => [JSON.stringify([by.programme, by.assessor]), by] as const),
  );
  return [...groups.values()]
    .map(({ programme = '', assessor = '' }) => {
      const of = own.filter(({ by }) => by.programme === programme && by.assessor === assessor);
      const items = (measure: string) =>
        of.filter((row) => row.measure === measure && 'checklist_item' in row.by);
      const total = (measure: string) =>
        of.find((row) => row.measure === measure && !('checklist_item' in row.by)) ?? null;
      return {
        programme,
        assessor,
        inPractice: total('in_practice_count'),
        expired: total('expired_count'),
        notRecorded: total('not_recorded_count'),
        notAssessed: total('not_assessed_count'),
        notApplicable: total('not_applicable_count'),
        lowest: items('lowest_score'),
        scores: items('score'),
      };
    })
    .sort(
      (a, b) =>
        a.programme.localeCompare(b.programme, 'en', { numeric: true }) ||
        Number(a.assessor !== 'self') - Number(b.assessor !== 'self'),
    );
}

/** How an item stands across profiles: how many have each score, and how many answers have expired. */
export interface ItemScores {
  /** Scores 3 to 0 that some profile has, with their number; expired answers are apart. */
  readonly scores: readonly { readonly score: number; readonly profiles: number }[];
  readonly expired: number;
}

/** The scores of an item, counted over profiles and never averaged. */
export function itemScores(profiles: readonly Profile[], item: string): ItemScores {
  const rows = profiles.flatMap(({ scores }) =>
    scores.filter(({ by }) => by.checklist_item === item),
  );
  const valid = rows.filter(({ marks }) => !marks.includes('expired'));
  return {
    scores: [3, 2, 1, 0].flatMap((score) => {
      const profiles = valid.filter(
        ({ value }) => value.is === 'value' && value.value === score,
      ).length;
      return profiles > 0 ? [{ score, profiles }] : [];
    }),
    expired: rows.length - valid.length,
  };
}
