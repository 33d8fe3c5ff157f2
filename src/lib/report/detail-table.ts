import type { Cell, ReleasedRow } from '$lib/disclosure/released';
import type { Language, Text } from '$lib/schema/text';
import { cellText, cellWords, notApplicable } from './cell-text';
import { axesUsed, axisWords, places, reportCell, type Axis } from './grid-table';
import { formatRange } from './number-format';
import type { Picked } from './pick-rows';
import type { Layout, ReportCell } from './report-table';

const axes: readonly Axis[] = ['period', 'group', 'measure'];
type Column = 'value' | 'range' | 'numerator' | 'denominator' | 'unknown' | 'band';
const columns: Readonly<Record<Column, Text>> = {
  value: { en: 'Value', nb: 'Verdi' },
  range: { en: '95% range', nb: '95 %-område' },
  numerator: { en: 'Numerator', nb: 'Teller' },
  denominator: { en: 'Denominator', nb: 'Nevner' },
  unknown: { en: 'Not known', nb: 'Ikke kjent' },
  band: { en: 'If none or all of the unknown', nb: 'Hvis ingen eller alle ukjente' },
};

/**
 * A figure a row: value, 95 % range, numerator, denominator, where `unknowns` how many are not known,
 * and the band of the unknown if any.
 */
export function detailTable(picked: Picked, language: Language, unknowns = false): Layout {
  const single = picked.groups.every((group) =>
    picked.periods.every(
      (period) => picked.measures.filter(({ id }) => picked.at(id, period, group)).length < 2,
    ),
  );
  // Where the group tells which measure it is, naming the measure too would only repeat it.
  const named =
    single && picked.groups.some((group) => Object.keys(group).length > 0)
      ? axes.slice(0, -1)
      : axes;
  const rows = places(picked, language, axes, named).flatMap(
    ({ words, measure = '', ...place }) => {
      const { period = '', group = {} } = place;
      const row = picked.at(measure, period, group);
      const no = picked.at(`${measure}_if_unknown_no`, period, group);
      const yes = picked.at(`${measure}_if_unknown_yes`, period, group);
      const unknown = unknowns && row ? unknownOf(picked, row) : null;
      return row ? [{ header: words.join(', '), row, no, yes, unknown }] : [];
    },
  );
  const counted = rows.some(({ unknown }) => unknown !== null);
  const banded = rows.some(({ no, yes }) => no !== null && yes !== null);
  const shown = rows.map(({ row }) => row);
  const bands = rows.flatMap(({ no, yes }) =>
    [no, yes].flatMap((one) => (one ? [{ ...one, value: unlimited(one.value) }] : [])),
  );
  return {
    corner: axesUsed(picked, named)
      .map((axis) => axisWords(axis, picked, language))
      .join(', '),
    columns: (['value', 'range', 'numerator', 'denominator', 'unknown', 'band'] as const)
      .filter((column) => (column !== 'band' || banded) && (column !== 'unknown' || counted))
      .map((column) => columns[column][language]),
    rows: rows.map(({ header, row, no, yes, unknown }) => ({
      header,
      cells: [
        reportCell(row, language),
        rangeCell(row.value, row.unit, language),
        countCell(row, row.numerator, language),
        countCell(row, row.denominator, language),
        ...(counted ? [unknown ? countCell(row, unknown, language) : notApplicable(language)] : []),
        ...(banded ? [bandCell(no, yes, language)] : []),
      ],
    })),
    shown,
    cells: [
      ...[...shown, ...bands].flatMap((row) =>
        row.value.is === 'value'
          ? [row.value, ...[row.numerator, row.denominator].filter(({ is }) => is !== 'missing')]
          : [row.value, row.numerator, row.denominator],
      ),
      ...rows.flatMap(({ unknown }) => (unknown?.is === 'withheld' ? [unknown] : [])),
    ],
  };
}

/** How many are not known for a share: its own count, or the measure that counts them. */
function unknownOf({ measures, at }: Picked, row: ReleasedRow): Cell | null {
  const measure = measures.find(({ id }) => id === row.measure);
  if (row.unit !== 'share' || measure === undefined) return null;
  if (row.unknown.is !== 'missing') return row.unknown;
  const counts = measures.find((one) => one.reads === 'unknown' && one.of === measure.of);
  return counts ? (at(counts.id, row.period, row.by)?.value ?? null) : null;
}

/** A cell without limits of a withheld share, which are no range of chance and no band. */
const unlimited = (cell: Cell): Cell => (cell.is === 'withheld' ? { is: 'withheld' } : cell);

function rangeCell(cell: Cell, unit: string, language: Language): ReportCell {
  if (cell.is !== 'value') {
    const none = unlimited(cell);
    return { is: cell.is, text: cellText(none, unit, language), words: cellWords(none, language) };
  }
  const { low, high } = cell;
  if (low === undefined || high === undefined) return notApplicable(language);
  return { is: 'value', text: formatRange(low, high, unit, language), words: null };
}

/** A count beside a value; a figure that has a value and no such count never had one. */
function countCell(row: ReleasedRow, cell: Cell, language: Language): ReportCell {
  if (cell.is === 'missing' && row.value.is === 'value') return notApplicable(language);
  return {
    is: cell.is,
    text: cellText(cell, 'children', language),
    words: cellWords(cell, language),
  };
}

const upperEnd: Readonly<Record<Language, (from: string) => string>> = {
  en: (from) => `from ${from}; the upper end is withheld to protect children`,
  nb: (from) => `fra ${from}; den øvre enden holdes tilbake for å verne barn`,
};

function bandCell(no: ReleasedRow | null, yes: ReleasedRow | null, language: Language): ReportCell {
  if (!no || !yes) return notApplicable(language);
  if (no.value.is === 'value' && yes.value.is === 'withheld') {
    const from = cellText(no.value, no.unit, language);
    return { is: 'withheld', text: `${from} – [c]`, words: upperEnd[language](from) };
  }
  const stops = [no.value, yes.value].find(({ is }) => is !== 'value');
  if (stops) return rangeCell(stops, no.unit, language);
  if (no.value.is !== 'value' || yes.value.is !== 'value') return notApplicable(language);
  return {
    is: 'value',
    text: formatRange(no.value.value, yes.value.value, no.unit, language),
    words: null,
  };
}
