import { expect, it } from 'vitest';
import { csvText } from '$lib/report/csv';
import { headline } from '$lib/report/headline';
import { formatNumber } from '$lib/report/number-format';
import { notesText } from '$lib/report/notes';
import { rowsJson } from '$lib/report/rows-json';
import { sentence } from '$lib/report/sentence';
import { tableOf } from '$lib/report/table-of';
import { indicator, released, row, secret, withheld } from './released-of';

const groups: Record<string, string>[] = [{}, { gender: 'female' }, { programme: 'a' }];

it.each(['ID-01', 'ID-03', 'RF-02', 'ND-01', 'MC-02', 'FC-01'])(
  '%s: a planted number under a withheld mark is in no output',
  (id) => {
    const definition = indicator(id);
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
        tableOf(one, { indicator: definition, language, by }),
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
  },
);
