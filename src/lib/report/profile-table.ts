import { codesOf } from '$lib/schema/breakdowns';
import type { Language } from '$lib/schema/text';
import type { ReleasedRow } from '$lib/disclosure/released';
import { notApplicable } from './cell-text';
import { columnWords, groupWords } from './group-words';
import { reportCell } from './grid-table';
import { periodWords } from '$lib/schema/period-words';
import type { Picked } from './pick-rows';
import type { Layout, ReportCell } from './report-table';

type Group = Readonly<Record<string, string>>;

/** Scores of the first measure: items in the order of the checklist × profiles and periods. */
export function profileTable(picked: Picked, language: Language): Layout {
  const measure = picked.measures[0]?.id ?? '';
  const order = (codesOf('checklist_item') ?? []).map(({ code }) => code);
  const place = (item: string) => (order.includes(item) ? order.indexOf(item) : order.length);
  const scored = picked.groups.filter((group) => group.checklist_item !== undefined);
  const items = [...new Set(scored.map((group) => group.checklist_item ?? ''))].sort(
    (a, b) => place(a) - place(b) || (a < b ? -1 : 1),
  );
  const profiles = new Map(
    scored.map(({ checklist_item: _, ...profile }) => [JSON.stringify(profile), profile as Group]),
  );
  const columns = picked.periods.flatMap((period) =>
    [...profiles.values()].map((profile) => ({ period, profile })),
  );
  const shown: ReleasedRow[] = [];
  return {
    corner: columnWords('checklist_item', language),
    columns: columns.map(({ period, profile }) =>
      [
        Object.keys(profile).length > 0
          ? groupWords(profile, language)
          : picked.periods.length === 1
            ? picked.measures[0]?.label[language]
            : '',
        picked.periods.length > 1 ? periodWords(period, language) : '',
      ]
        .filter(Boolean)
        .join(', '),
    ),
    rows: items.map((item) => ({
      header: groupWords({ checklist_item: item }, language),
      cells: columns.map(({ period, profile }): ReportCell => {
        const row = picked.at(measure, period, { ...profile, checklist_item: item });
        if (!row) return notApplicable(language);
        shown.push(row);
        return reportCell(row, language);
      }),
    })),
    shown,
    cells: shown.map(({ value }) => value),
  };
}
