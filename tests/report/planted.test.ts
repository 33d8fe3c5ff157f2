import { expect, it } from 'vitest';
import { csvText } from '$lib/report/csv';
import { headline } from '$lib/report/headline';
import { formatNumber } from '$lib/report/number-format';
import { notesText } from '$lib/report/notes';
import { rowsJson } from '$lib/report/rows-json';
import { sentence } from '$lib/report/sentence';
import { tablesOf } from '$lib/report/tables-of';
import type { Measure, Statistic } from '$lib/schema/indicator';
import { asking } from './asking';
import { indicator, released, row, secret, withheld } from './released-of';

const groups: Record<string, string>[] = [
  {},
  { gender: 'female' },
  { programme: 'a' },
  { form: 'other' },
  { checklist_item: 'C10-01' },
  { currency: 'EUR' },
  { table: 'cases', column: 'gender' },
];

const made = (statistic: Statistic, reads: Measure['reads'], unit: Measure['unit']) =>
  asking(statistic, [{ id: reads.replaceAll(' ', '_'), reads, unit, atHours: 24 }], {
    further: [{ id: 'more', statistic: { kind: 'count' } }],
  });

it.each([
  ...['ID-01', 'ID-03', 'RF-02', 'ND-01', 'MC-02', 'FC-01'].map(indicator),
  made({ kind: 'rate' }, 'rate', 'per 100,000 children'),
  made({ kind: 'composition', of: 'form', multiple: true }, 'share', 'share'),
  made({ kind: 'shares', of: ['a'] }, 'share', 'share'),
  made({ kind: 'flow-shares', table: 'placements' }, 'share', 'share'),
  made({ kind: 'mean-count' }, 'mean count', 'events per child'),
  made({ kind: 'share-of-time' }, 'share of time', 'share'),
  made({ kind: 'distribution' }, 'median', 'years'),
  made({ kind: 'money-shares' }, 'share of money', 'share'),
  made({ kind: 'profile', items: ['C10-01', 'C10-02'] }, 'score', 'score 0–3'),
  made({ kind: 'completeness', core: [] }, 'share', 'share'),
])('$id $statistic.kind: a planted number under a withheld mark is in no output', (definition) => {
  const { id } = definition;
  const counts = { numerator: withheld, denominator: withheld, n: withheld, unknown: withheld };
  const rows = ['2023', '2024'].flatMap((period) =>
    groups.flatMap((by) =>
      definition.measures.flatMap(({ id: measure, unit }) =>
        ['', '_if_unknown_no', '_if_unknown_yes'].map((end) =>
          row(`${measure}${end}`, withheld, { unit, period, by, ...counts }),
        ),
      ),
    ),
  );
  const one = released(id, rows);
  const outputs = (['en', 'nb'] as const).flatMap((language) => [
    ...[[], ['gender'], ['programme']].map((by) =>
      tablesOf(one, { indicator: definition, language, by }),
    ),
    sentence(one, definition, language),
    headline(one, definition, language),
    notesText(one, { indicator: definition, language, period: 'all', sources: [] }),
  ]);
  const text = JSON.stringify([outputs, rowsJson(one), csvText(rowsJson(one))]);
  expect(text).toContain('[c]');
  for (const { unit } of definition.measures)
    for (const language of ['en', 'nb'] as const)
      expect(text).not.toContain(formatNumber(secret, unit, language));
  expect(text).not.toContain(String(secret));
});
